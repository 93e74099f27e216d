"""What people say of their reports: the parts they write, and how the paper is made."""
