import Testing

@testable import Engine

@Suite struct ContainerUserTests {
  private static let accounts = AccountTable(
    passwd: Array(
      """
      root:x:0:0:root:/root:/bin/sh
      app:x:1000:1001:An app:/srv/app:/bin/false
      broken line
      odd:x:notanumber:0::/:/bin/sh
      homeless:x:7:7:::/bin/sh
      1234:x:50:50:a name of digits:/home/digits:/bin/sh
      """.utf8),
    group: Array("root:x:0:\napp:x:1001:\nwheel:x:10:root,app\nlogs:x:4:app\n\nbad:x\n".utf8))

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let user: ContainerUser
    var testDescription: String { "`\(text)`" }

    init(_ text: String, _ id: UInt32, _ group: UInt32, _ groups: [UInt32] = [], home: String = "/") {
      self.text = text
      // Since 20.10.18 docker puts a user's own group among the others.
      user = ContainerUser(id: id, group: group, groups: (groups + [group]).sorted(), home: home)
    }
  }

  // As `docker exec -u` answered for such files.
  @Test(arguments: [
    Case("", 0, 0, [10], home: "/root"), Case("root", 0, 0, [10], home: "/root"),
    Case("0", 0, 0, [10], home: "/root"),
    Case("app", 1000, 1001, [4, 10], home: "/srv/app"), Case("1000", 1000, 1001, [4, 10], home: "/srv/app"),
    Case("app:logs", 1000, 4, home: "/srv/app"), Case("app:12", 1000, 12, home: "/srv/app"),
    Case("app:", 1000, 1001, [4, 10], home: "/srv/app"), Case("4321", 4321, 0), Case("4321:99", 4321, 99),
    Case(":logs", 0, 4, home: "/root"), Case("homeless", 7, 7), Case("1234", 50, 50, home: "/home/digits"),
  ])
  func `finds the user that a text names`(_ example: Case) throws {
    #expect(try ContainerUser.named(example.text, in: Self.accounts) == example.user)
  }

  @Test(arguments: ["nobody", "odd", "-1", "2147483648", "app:nogroup", "0x10", "app:-3"])
  func `refuses what is no user`(_ text: String) {
    #expect { _ = try ContainerUser.named(text, in: Self.accounts) } throws: {
      ($0 as? EngineError)?.kind == .invalid
    }
  }

  @Test func `an image without accounts has numbers only`() throws {
    let none = AccountTable(passwd: [], group: [])
    #expect(try ContainerUser.named("0", in: none) == ContainerUser(id: 0, group: 0, groups: [0], home: "/"))
    #expect(throws: EngineError.self) { try ContainerUser.named("root", in: none) }
  }

  @Test func `accounts of any bytes are read without a fault`() {
    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 3) }
    #expect(AccountTable(passwd: noise, group: noise).users.isEmpty)
  }
}
