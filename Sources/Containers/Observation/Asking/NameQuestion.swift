/// Which addresses a name stands for.
package struct NameQuestion: Sendable, Hashable {
  /// What kind of record is wanted.
  package enum Record: String, Sendable, CaseIterable {
    case any = ""
    case a = "A"
    case aaaa = "AAAA"
    case cname = "CNAME"
    case mx = "MX"
    case ns = "NS"
    case ptr = "PTR"
    case txt = "TXT"
    case srv = "SRV"
    case caa = "CAA"
  }

  package let name: String
  package let record: Record
  /// `HOST` or `HOST:PORT`; nil for what the container's `/etc/hosts` and `/etc/resolv.conf` say.
  package let server: String?
  /// In seconds, for each try.
  package let timeout: Double
  /// How often it is asked where no server gives an answer: a packet may be lost.
  package let tries: Int

  package init(
    name: String, record: Record = .any, server: String? = nil, timeout: Double = 0.5, tries: Int = 1
  ) {
    self.name = name
    self.record = record
    self.server = server
    self.timeout = timeout
    self.tries = tries
  }

  /// Whether the name of an address is asked for, and none is written.
  package var isAddressMissing: Bool { record == .ptr && NetworkAddress(name) == nil }

  /// The parts of a name between its dots, in which `\.` and `\046` stand for a dot of a part (RFC 1035, 5.1); nil for what is no
  /// name.
  package static func labels(of name: String) -> [[UInt8]]? {
    var labels: [[UInt8]] = [[]]
    var rest = Array(name.utf8)[...]
    if rest.elementsEqual(".".utf8) { return [] }
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "."): labels.append([])
      case UInt8(ascii: "\\"):
        guard let escaped = unescaped(&rest) else { return nil }
        labels[labels.count - 1].append(escaped)
      default: labels[labels.count - 1].append(byte)
      }
    }
    // The dot at its end stands for the root, which is meant anyway.
    if labels.last == [] { labels.removeLast() }
    return labels.allSatisfy { (1..<64).contains($0.count) } ? labels : nil
  }

  /// The text of a record without the escapes with which it is shown.
  package static func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      bytes.append(byte == UInt8(ascii: "\\") ? unescaped(&rest) ?? byte : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands behind a backslash: three digits or any other character.
  private static func unescaped(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    let digits = rest.prefix(3)
    if digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      rest = rest.dropFirst(3)
      return UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return rest.popFirst()
  }
}
