import Observation
import Testing

@Suite struct ListeningSocketTests {
  private static let four = """
      sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
       0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 8127 1
       1: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 8128 1
       2: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 8129 1
    """

  @Test func `of TCP only what listens counts`() {
    #expect(
      ListeningSocket.all(in: Self.four, of: .tcp) == [
        ListeningSocket(network: .tcp, address: "127.0.0.1", port: 8080),
        ListeningSocket(network: .tcp, address: "0.0.0.0", port: 80),
      ])
  }

  @Test func `addresses of version 6 are read word by word`() {
    let table = """
      head
       0: 00000000000000000000000001000000:0035 00000000000000000000000000000000:0000 07 0:0 0:0 0 0 0 9
       1: B80D0120000000000000000001000000:0036 00000000000000000000000000000000:0000 07 0:0 0:0 0 0 0 9
       2: nonsense
      """
    #expect(ListeningSocket.all(in: table, of: .udp6).map(\.address) == ["::1", "2001:db8::1"])
  }

  @Test func `a table of nothing has no sockets`() {
    #expect(ListeningSocket.all(in: "", of: .tcp).isEmpty)
    #expect(ListeningSocket.all(in: "head\n 0: xyz 0 0A\n 1:\n", of: .tcp).isEmpty)
  }
}

@Suite struct NetworkAddressTests {
  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1"), ("::", "::"), ("::1", "::1"), ("fe80:0:0:0:0:0:0:1", "fe80::1"),
    ("2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1"), ("1:0:0:2:0:0:3:4", "1::2:0:0:3:4"),
    ("::ffff:10.0.0.1", "::ffff:a00:1"), ("FE80::1%eth0", "fe80::1"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
  ])
  func `an address has one text`(written: String, text: String) {
    #expect(NetworkAddress(written)?.description == text)
  }

  @Test(arguments: [("::ffff:10.0.0.1", "10.0.0.1"), ("::1", "::1"), ("10.0.0.1", "10.0.0.1")])
  func `one of version 4 is told in the form of version 6`(written: String, text: String) {
    #expect(NetworkAddress(written)?.shortest.description == text)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.256", "localhost", "1:2:3", "::1::", "12345::", "1.2.3.4.5", ":", "1:::2",
  ])
  func `other texts are none`(text: String) { #expect(NetworkAddress(text) == nil) }
}

@Suite struct MountPointTests {
  @Test func `lines of mountinfo are read, with and without optional fields`() {
    let text = #"""
      22 1 0:20 / /proc rw,nosuid,nodev shared:5 - proc proc rw
      23 1 0:21 / /srv/a\040b ro - tmpfs none\134 rw,size=64k
      nonsense
      """#
    #expect(
      MountPoint.all(in: text) == [
        MountPoint(
          path: "/proc", source: "proc", fileSystem: "proc", options: ["rw", "nosuid", "nodev"],
          fileSystemOptions: ["rw"]),
        MountPoint(
          path: "/srv/a b", source: "none\\", fileSystem: "tmpfs", options: ["ro"],
          fileSystemOptions: ["rw", "size=64k"]),
      ])
  }
}
