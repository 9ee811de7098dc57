import Observation

/// A question of the domain name system and its answer, as they travel (RFC 1035).
struct NamePacket: Sendable, Hashable {
  enum Fault: Error, Sendable {
    case broken, cut
    /// With the server's code.
    case refused(Int)
    case failed(NetworkFailure)
  }

  /// The numbers of the kinds of records.
  static let numbers: [NameQuestion.Record: UInt16] = [
    .a: 1, .ns: 2, .cname: 5, .ptr: 12, .mx: 15, .txt: 16, .aaaa: 28, .srv: 33, .caa: 257,
  ]

  /// A question for records of one kind; nil for a name that is none.
  static func question(_ name: String, _ record: NameQuestion.Record, id: UInt16) -> [UInt8]? {
    guard let number = numbers[record] else { return nil }
    // One question, and recursion is desired.
    var bytes = big(id) + [1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    guard let labels = NameQuestion.labels(of: name) else { return nil }
    for label in labels { bytes += [UInt8(label.count)] + label }
    guard bytes.count < 268 else { return nil }
    return bytes + [0] + big(number) + big(1)
  }

  private let bytes: [UInt8]
  private let record: NameQuestion.Record

  /// Whether a packet has the id of a question.
  static func answers(_ bytes: [UInt8], id: UInt16) -> Bool { bytes.starts(with: big(id)) }

  /// What a server sent; throws where it is no answer to the question of that id.
  init(_ bytes: [UInt8], to record: NameQuestion.Record, id: UInt16) throws(Fault) {
    guard bytes.count >= 12, Array(bytes[0..<2]) == Self.big(id), bytes[2] & 0x80 != 0 else {
      throw .broken
    }
    // Cut to fit a packet: to be asked again on a connection.
    guard bytes[2] & 2 == 0 else { throw .cut }
    guard bytes[3] & 15 == 0 else { throw .refused(Int(bytes[3] & 15)) }
    self.bytes = bytes
    self.record = record
  }

  /// The records of the kind that was asked for, as texts with the escapes of zone files (RFC 1035, 5.1).
  func answers() throws(Fault) -> [String] {
    var place = 12
    for _ in 0..<number(at: 4) { place = try name(at: place).end + 4 }
    var answers: [String] = []
    for _ in 0..<number(at: 6) {
      place = try name(at: place).end
      guard place + 10 <= bytes.count else { throw .broken }
      let start = place + 10
      let end = start + number(at: place + 8)
      guard end <= bytes.count else { throw .broken }
      if number(at: place) == Int(Self.numbers[record] ?? 0) { answers += try texts(start..<end) }
      place = end
    }
    return answers
  }

  private func texts(_ range: Range<Int>) throws(Fault) -> [String] {
    let start = range.lowerBound
    switch record {
    case .any: return []
    case .a, .aaaa:
      guard range.count == (record == .a ? 4 : 16) else { throw .broken }
      return [NetworkAddress(bytes: Array(bytes[range])).description]
    case .cname, .ns, .ptr: return [try name(at: start).text]
    case .mx:
      guard range.count > 2 else { throw .broken }
      return ["\(number(at: start)) \(try name(at: start + 2).text)"]
    case .srv:
      guard range.count > 6 else { throw .broken }
      let numbers = [start, start + 2, start + 4].map { "\(number(at: $0))" }.joined(separator: " ")
      return ["\(numbers) \(try name(at: start + 6).text)"]
    case .txt:
      var texts: [String] = []
      var place = start
      while place < range.upperBound {
        let end = place + 1 + Int(bytes[place])
        guard end <= range.upperBound else { throw .broken }
        texts.append(Self.escaped(bytes[(place + 1)..<end], "\"\\"))
        place = end
      }
      return texts
    case .caa:
      guard range.count > 2, start + 2 + Int(bytes[start + 1]) <= range.upperBound else { throw .broken }
      let tagEnd = start + 2 + Int(bytes[start + 1])
      let tag = String(decoding: bytes[(start + 2)..<tagEnd], as: UTF8.self)
      return ["\(bytes[start]) \(tag) \(String(decoding: bytes[tagEnd..<range.upperBound], as: UTF8.self))"]
    }
  }

  /// A name with its final dot, and where it ends; a name may go on at an earlier place.
  private func name(at start: Int) throws(Fault) -> (text: String, end: Int) {
    var text = ""
    var place = start
    var end: Int?
    for _ in 0..<128 {
      guard place < bytes.count else { throw .broken }
      let length = Int(bytes[place])
      if length == 0 { return (text.isEmpty ? "." : text, end ?? place + 1) }
      if length & 0xC0 == 0xC0 {
        guard place + 1 < bytes.count else { throw .broken }
        end = end ?? place + 2
        place = (length & 0x3F) << 8 | Int(bytes[place + 1])
        continue
      }
      guard place + 1 + length <= bytes.count else { throw .broken }
      text += Self.escaped(bytes[(place + 1)..<(place + 1 + length)], ". '@;()\"\\") + "."
      place += 1 + length
    }
    throw .broken
  }

  /// A text in which a backslash stands before special characters, and before the numbers of bytes that are not printed.
  private static func escaped(_ bytes: ArraySlice<UInt8>, _ special: String) -> String {
    bytes.reduce(into: "") { text, byte in
      if special.utf8.contains(byte) {
        text += "\\" + String(Unicode.Scalar(byte))
      } else if (0x20...0x7E).contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "\\" + String(repeating: "0", count: 3 - "\(byte)".utf8.count) + "\(byte)"
      }
    }
  }

  private func number(at place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }

  private static func big(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }
}
