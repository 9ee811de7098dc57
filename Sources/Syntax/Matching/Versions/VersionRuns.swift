/// Runs of digits and of letters in a version, read one after the other.
struct VersionRuns {
  private var rest: Substring.UTF8View
  /// Signs that are neither parts of runs nor separators.
  private let marks: String

  init(_ text: Substring.UTF8View, marks: String = "") {
    rest = text
    self.marks = marks
  }

  var next: UInt8? { rest.first }
  var isAtLetter: Bool { next.map(Self.isLetter) ?? false }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  mutating func skip() { rest = rest.dropFirst() }

  /// Passes over what stands between two runs; how many bytes that were.
  @discardableResult mutating func skipSeparators() -> Int {
    let before = rest.count
    rest = rest.drop { !Self.isDigit($0) && !Self.isLetter($0) && !marks.utf8.contains($0) }
    return before - rest.count
  }

  private mutating func take(while isPart: (UInt8) -> Bool) -> Substring.UTF8View {
    let run = rest.prefix(while: isPart)
    rest = rest[run.endIndex...]
    return run
  }

  /// Takes a run from both, of the kind that the first begins with, and compares them: a number is later than letters.
  static func takeRuns(_ a: inout VersionRuns, _ b: inout VersionRuns) -> Int {
    let isNumber = a.next.map(isDigit) ?? false
    let first = a.take(while: isNumber ? isDigit : isLetter)
    let second = b.take(while: isNumber ? isDigit : isLetter)
    guard !second.isEmpty else { return isNumber ? 1 : -1 }
    guard isNumber else { return order(first, second) }
    let (left, right) = (first.drop { $0 == 0x30 }, second.drop { $0 == 0x30 })
    return left.count == right.count ? order(left, right) : left.count < right.count ? -1 : 1
  }

  private static func order(_ a: Substring.UTF8View, _ b: Substring.UTF8View) -> Int {
    a.elementsEqual(b) ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
  }
}
