import Glibc
import Host
import Testing

/// Files of the kernel, which tell no size.
@Suite struct UnsizedFileTests {
  @Test func `a setting of the kernel is read whole`() throws {
    var found = utsname()
    try #require(uname(&found) == 0)
    let release = withUnsafeBytes(of: found.release) { Array($0.prefix { $0 != 0 }) }
    let disk = Disk(workingDirectory: "/")
    #expect(try disk.read("/proc/sys/kernel/osrelease", limit: 1 << 10) == release + [0x0A])
    #expect(throws: HostError.self) { try disk.read("/proc/sys/kernel/osrelease", limit: 2) }
  }
}
