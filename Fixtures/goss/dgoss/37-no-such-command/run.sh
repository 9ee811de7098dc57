dgoss stop tiny:1
