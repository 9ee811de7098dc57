import Testing

@testable import Engine

@Suite struct IdentityMapTests {
  private let ranges = "0:1000:1,1:100000:65536/0:100:1,1:200000:65536"

  @Test func `a map comes back from its text`() throws {
    let map = try #require(IdentityMap(ranges))
    #expect("\(map)" == ranges)
    #expect(!map.knowsRootAlone)
    #expect(map.hasUser(65536) && !map.hasUser(65537) && map.hasGroup(0))
    #expect(try #require(IdentityMap("0:1000:1/0:1000:1")).knowsRootAlone)
    for text in ["", "/", "0:1:1", "a:b:c/0:1:1", "0:1:1/"] { #expect(IdentityMap(text) == nil, "\(text)") }
  }

  @Test func `the ranges of a user follow one another, by name or by number`() {
    let text = "other:1:5\nme:100000:10\n1000:300000:20\nme:x:3\nme:1\n"
    let found = IdentityMap.ranges(in: text, of: ["1000", "me"])
    #expect(found.map(\.inside) == [1, 11])
    #expect(found.map(\.outside) == [100_000, 300_000])
    #expect(found.map(\.count) == [10, 20])
  }

  @Test func `a file of the machine keeps the number of its owner`() throws {
    let owners = FileOwners(try #require(IdentityMap(ranges)))
    func owner(_ id: UInt32) -> UInt32 {
      owners.ofMachine(FileAttributes(owner: id, group: 0, mode: 0, modified: 0)).owner
    }
    // Root of the namespace is the user 1000 outside.
    #expect(owner(0) == 1000)
    // What the namespace cannot show is root's, and so is whom the container does not know.
    #expect(owner(65534) == 0)
    #expect(owner(7) == 0)
  }

  @Test func `a tar's owner whom the container does not know is root`() throws {
    let attributes = FileAttributes(owner: 42, group: 42, mode: 0o4755, modified: 9)
    let all = FileOwners(try #require(IdentityMap(ranges)))
    #expect(all.named(attributes) == attributes)
    let alone = FileOwners(try #require(IdentityMap("0:1000:1/0:1000:1"))).named(attributes)
    #expect(alone.owner == 0 && alone.group == 0 && alone.mode == 0o4755)
    let machine = FileOwners(try #require(IdentityMap("0:0:4294967295/0:0:4294967295")))
    #expect(machine.ofMachine(attributes) == attributes)
    let nobody = FileAttributes(owner: 65534, group: 65534, mode: 0, modified: 0)
    #expect(machine.ofMachine(nobody) == nobody)
  }
}
