import Observation
import Testing

@testable import Engine

/// Packets of the domain name system, byte for byte.
@Suite struct NamePacketTests {
  private static let head: [UInt8] = [0x12, 0x34, 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0]
  private static let question: [UInt8] = [1, 0x61, 2, 0x62, 0x63, 0, 0, 1, 0, 1]

  private static func packet(_ records: [[UInt8]], flags: UInt8 = 0x80) -> [UInt8] {
    var head = head
    head[3] = flags
    head[7] = UInt8(records.count)
    return head + question + records.flatMap { $0 }
  }

  /// A record of the name that was asked for.
  private static func record(_ type: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0xC0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, UInt8(data.count)] + data
  }

  @Test func `a question is as servers expect it`() throws {
    let asked = try #require(NamePacket.question("a.bc", .a, id: 0x1234))
    #expect(asked == [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] + Self.question)
    #expect(NamePacket.question(#"\097.b\c."#, .a, id: 0x1234) == asked)
    for name in [String(repeating: "a", count: 64), "a..b", ".a", #"a\"#] {
      #expect(NamePacket.question(name, .a, id: 1) == nil, "\(name)")
    }
    #expect(NamePacket.question(".", .ns, id: 1)?.suffix(5) == [0, 0, 2, 0, 1])
  }

  @Test func `records are told as texts`() throws {
    func answers(_ record: NameQuestion.Record, _ type: UInt8, _ data: [UInt8]) throws -> [String] {
      let packet = Self.packet([Self.record(99, [1]), Self.record(type, data)])
      return try NamePacket(packet, to: record, id: 0x1234).answers()
    }
    #expect(try answers(.a, 1, [10, 0, 0, 1]) == ["10.0.0.1"])
    #expect(try answers(.aaaa, 28, [UInt8](repeating: 0, count: 15) + [1]) == ["::1"])
    #expect(try answers(.cname, 5, [1, 0x78, 0xC0, 12]) == ["x.a.bc."])
    #expect(try answers(.mx, 15, [0, 10, 0xC0, 12]) == ["10 a.bc."])
    #expect(try answers(.srv, 33, [0, 1, 0, 2, 0x1F, 0x90, 0xC0, 12]) == ["1 2 8080 a.bc."])
    #expect(try answers(.txt, 16, [2, 0x68, 0x69, 1, 0x21]) == ["hi", "!"])
    let odd = try answers(.txt, 16, [6, 0x22, 0x5C, 9, 0xFF, 0xC3, 0xA4])
    #expect(odd == [#"\"\\\009\255\195\164"#])
    #expect(NameQuestion.plain(odd[0]) == "\"\\\t\u{FFFD}ä")
    #expect(try answers(.cname, 5, [3, 0x61, 0x2E, 0x40, 0xC0, 12]) == [#"a\.\@.a.bc."#])
  }

  @Test func `what a server gets wrong harms nobody`() {
    // A name that leads to itself, a record beyond the end, other ids, and no answer at all.
    var loop = Self.head + [0xC0, 12, 0, 1, 0, 1]
    loop[7] = 1
    var cut = Self.packet([Self.record(1, [10, 0, 0, 1])])
    cut.removeLast(2)
    for packet in [loop, cut, [], Self.head.dropLast(), Self.packet([Self.record(1, [1, 2])])] as [[UInt8]] {
      #expect(throws: NamePacket.Fault.self) { try NamePacket(packet, to: .a, id: 0x1234).answers() }
    }
    #expect(throws: NamePacket.Fault.self) { try NamePacket(Self.packet([]), to: .a, id: 1) }
    #expect(throws: NamePacket.Fault.self) {
      try NamePacket(Self.packet([], flags: 0x83), to: .a, id: 0x1234)
    }
  }

  @Test func `a container's own files are asked first`() throws {
    let lookup = NameLookup(
      hosts: "127.0.0.1 localhost # ::9\n::1 localhost ip6\n10.1.1.1 db.example DB\nbroken\n",
      resolver: "nameserver 127.0.0.1:1\n")
    let deadline = Deadline(in: 1)
    #expect(try lookup.addresses(of: "LOCALHOST", by: deadline).map(\.description) == ["127.0.0.1", "::1"])
    #expect(try lookup.addresses(of: "db", by: deadline).map(\.description) == ["10.1.1.1"])
    #expect(try lookup.addresses(of: "10.0.0.7", by: deadline).map(\.description) == ["10.0.0.7"])
    let records = NameQuestion(name: "localhost", record: .aaaa)
    #expect(try lookup.answers(to: records, by: deadline) == ["::1"])
  }
}
