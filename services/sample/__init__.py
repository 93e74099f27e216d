"""The sample school (示例学校), and how it is entered."""
