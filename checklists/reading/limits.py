"""The limits a process that reads foreign files sets itself: time, memory, no files written."""

import os
import sys

SECONDS = 30
BYTES = 1_000_000_000


def confine() -> None:
    """Give this process no more than its time and memory, and nowhere to write."""
    if sys.platform == "win32":
        _join_a_job()
    else:
        _set_limits()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED = 9  # JobObjectExtendedLimitInformation
    _FLAGS = 0x2 | 0x8 | 0x100 | 0x2000  # process time, active processes, process memory, kill on close

    class _Basic(ctypes.Structure):
        _fields_ = [
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_set", ctypes.c_size_t),
            ("most_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        ]

    class _Extended(ctypes.Structure):
        _fields_ = [
            ("basic", _Basic),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process", ctypes.c_size_t),
            ("peak_job", ctypes.c_size_t),
        ]

    def _join_a_job() -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
        kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        job = kernel.CreateJobObjectW(None, None)
        limits = _Extended()
        limits.basic.flags, limits.basic.processes = _FLAGS, 1
        limits.basic.process_time, limits.process_memory = SECONDS * 10_000_000, BYTES
        kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

else:
    import resource as rlimits

    def _set_limits() -> None:
        for kind, most in (
            (rlimits.RLIMIT_CPU, SECONDS),
            (rlimits.RLIMIT_AS, BYTES),
            (rlimits.RLIMIT_FSIZE, 0),
            (rlimits.RLIMIT_CORE, 0),
        ):
            rlimits.setrlimit(kind, (most, most))
