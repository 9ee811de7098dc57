# No program hangs or fills the memory.
def endless(n) = n < 0 ? 0 : endless(n + 1) + 1
declare endless(0)
declare :after
def wide(n) = n == 0 ? 0 : wide(n - 1) + wide(n - 1)
big = 'a' * 10**9
declare big
# -> sure ?
# -> sure :after
# stopped 6
