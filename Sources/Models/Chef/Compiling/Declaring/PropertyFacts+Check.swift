import RubyEvaluation

extension PropertyFacts.Check {
  /// Why Chef refuses a value, as a predicate; nil for one that it takes. Clients before Chef 16 are not strict: of a
  /// schedule they look at plain numbers only.
  func problem(of value: RubyValue, _ run: RubyInterpreter, isStrict: Bool) -> String? {
    switch self {
    case .mode: return FileMode.problem(of: value).map { "is \($0)" }
    case .range(let first, let last):
      guard case .integer(let number) = value, number < first || number > last ?? .max else { return nil }
      return last.map { "must lie between \(first) and \($0)" } ?? "must be at least \(first)"
    case .schedule(let first, let last, let names):
      let text: String
      switch value {
      case .integer(let number): text = String(number)
      case .string(let string): text = string.string
      case .symbol(let symbol): text = run.spelling(of: symbol)
      default: return nil
      }
      if !isStrict, Int(text).map({ $0 <= last }) ?? true { return nil }
      let takes = Self.isField(text, first...last) || names.contains(text.lowercased())
      return takes ? nil : "must be `*` or numbers from \(first) to \(last)" + Self.words(for: names)
    case .keys(let names):
      guard case .hash(let hash) = value else { return nil }
      let isStrange = hash.entries.contains { entry in
        switch entry.key.settled {
        case .string(let key): key.doubt == nil && !names.contains(key.string)
        case .symbol: true
        default: false
        }
      }
      return isStrange ? "may only have the keys \(names.joined(separator: ", "))" : nil
    case .items(let names):
      guard case .array(let list) = value else { return nil }
      let isStrange = list.elements.contains { element in
        switch element.settled {
        case .string(let text): text.doubt == nil && !names.contains(text.string)
        case .unknown, .object: false
        default: true
        }
      }
      return isStrange ? "may only hold \(names.joined(separator: ", "))" : nil
    case .date:
      guard case .string(let text) = value, text.doubt == nil else { return nil }
      return CalendarDay.refuses(text.string) ? "must be a day of the calendar, as `2026-12-31`" : nil
    case .cipher:
      guard case .string(let text) = value, text.doubt == nil else { return nil }
      return CipherName.isKnown(text.string) ? nil : "must be a cipher of OpenSSL, as `aes-256-cbc`"
    case .address4:
      guard case .string(let text) = value, text.doubt == nil else { return nil }
      return Self.isIPv4(text.string) ? nil : "must be an IPv4 address"
    case .address:
      let isEmpty = if case .array(let list) = value { list.elements.isEmpty } else { false }
      return Self.isAddress(value) && !isEmpty ? nil : "must be one or more absolute URIs"
    }
  }

  /// Whether a value is an absolute URI for Chef, which escapes what a URI cannot hold.
  private static func isAddress(_ value: RubyValue) -> Bool {
    switch value.settled {
    case .unknown, .object: return true
    case .array(let list): return list.elements.allSatisfy { isAddress($0) }
    case .string(let text):
      if text.doubt != nil || text.bytes.starts(with: #"\\"#.utf8) { return true }
      guard let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
      return Self.isScheme(text.bytes[..<colon])
    default: return false
    }
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return bytes.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
    }
  }

  /// Whether each number of a field lies in a range, whatever stands between them.
  private static func isField(_ text: String, _ range: ClosedRange<Int>) -> Bool {
    if text == "*" { return true }
    return text.split(omittingEmptySubsequences: true) { $0 == "/" || $0 == "-" || $0 == "," }.allSatisfy {
      part in part == "*" || (Int(part).map { range.contains($0) && !part.hasPrefix("+") } ?? false)
    }
  }

  private static func words(for names: [String]) -> String {
    guard let first = names.first, let last = names.last else { return "" }
    return ", or one name from `\(first)` to `\(last)`"
  }
}
