/// Reads the verbs of a format with the arguments that their widths and indexes name, as Go's `fmt` does.
struct GoFormatReader {
  enum Piece {
    case text(String)
    case verb(GoVerb, argument: Int)
  }

  /// Arguments beyond this are no widths to Go; a number that is written ends the format from ten times as many on.
  private static let numberLimit = 1_000_000

  private let bytes: [UInt8]
  /// The arguments that are whole numbers, by their places; nil for others.
  private let numbers: [Int?]
  private var place = 0
  /// The argument that comes next.
  private(set) var argument = 0
  /// Whether an index was written: then it is not told that arguments are left over.
  private(set) var isReordered = false
  private var isGood = true
  private var isBehindIndex = false
  private var said = ""

  init(_ format: String, numbers: [Int?]) {
    bytes = Array(format.utf8)
    self.numbers = numbers
  }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    guard place < bytes.count else { return nil }
    guard bytes[place] == UInt8(ascii: "%") else {
      let plain = bytes[place...].prefix { $0 != UInt8(ascii: "%") }
      place = plain.endIndex
      return .text(String(decoding: plain, as: UTF8.self))
    }
    place += 1
    return directive()
  }

  private mutating func directive() -> Piece {
    (isGood, isBehindIndex, said) = (true, false, "")
    var flags = takeFlags()
    readIndex()
    let width = readWidth(&flags)
    let precision = readPrecision()
    if !isBehindIndex { readIndex() }
    guard let letter = takeLetter() else { return .text(said + "%!(NOVERB)") }
    if letter == "%" { return .text(said + "%") }
    guard isGood else { return .text(said + "%!\(letter)(BADINDEX)") }
    guard numbers.indices.contains(argument) else { return .text(said + "%!\(letter)(MISSING)") }
    defer { argument += 1 }
    return .verb(
      GoVerb(written: letter, flags, width: width, precision: precision), argument: argument)
  }

  /// What is wrong with the numbers of the verb that was read last.
  var remark: String { said }

  private mutating func takeFlags() -> Set<UInt8> {
    let flags = bytes[place...].prefix { "-+# 0".utf8.contains($0) }
    place = flags.endIndex
    return Set(flags)
  }

  private mutating func readWidth(_ flags: inout Set<UInt8>) -> Int? {
    guard takes("*") else {
      let width = takeNumber()
      if isBehindIndex, width != nil { isGood = false }
      return width
    }
    guard let width = takeArgument() else {
      said += "%!(BADWIDTH)"
      return nil
    }
    if width < 0 { flags = flags.subtracting("0".utf8).union("-".utf8) }
    return abs(width)
  }

  private mutating func readPrecision() -> Int? {
    guard takes(".") else { return nil }
    if isBehindIndex { isGood = false }
    readIndex()
    guard takes("*") else { return takeNumber() ?? 0 }
    guard let precision = takeArgument(), precision >= 0 else {
      said += "%!(BADPREC)"
      return nil
    }
    return precision
  }

  /// Reads `[2]`, the argument that is next.
  private mutating func readIndex() {
    isBehindIndex = false
    guard place < bytes.count, bytes[place] == UInt8(ascii: "[") else { return }
    isReordered = true
    guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "]")) else {
      isGood = false
      place += 1
      return
    }
    let digits = bytes[(place + 1)..<end]
    place = end + 1
    let isNumber = !digits.isEmpty && digits.allSatisfy { $0.isTemplateDigit }
    let index = isNumber ? Int(String(decoding: digits, as: UTF8.self)).map { $0 - 1 } : nil
    isBehindIndex = isNumber
    guard let index, numbers.indices.contains(index) else {
      isGood = false
      return
    }
    argument = index
  }

  /// The next argument where it is a number that can be a width.
  private mutating func takeArgument() -> Int? {
    isBehindIndex = false
    guard numbers.indices.contains(argument) else { return nil }
    defer { argument += 1 }
    return numbers[argument].flatMap { $0.magnitude <= Self.numberLimit ? $0 : nil }
  }

  /// Digits; a number that is too large takes all that is left.
  private mutating func takeNumber() -> Int? {
    let digits = bytes[place...].prefix { $0.isTemplateDigit }
    guard !digits.isEmpty else { return nil }
    guard let number = Int(String(decoding: digits, as: UTF8.self)), number / 10 <= Self.numberLimit else {
      place = bytes.count
      return nil
    }
    place = digits.endIndex
    return number
  }

  private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: mark) else { return false }
    place += 1
    return true
  }

  private mutating func takeLetter() -> Unicode.Scalar? {
    guard let letter = String(decoding: bytes[place...].prefix(4), as: UTF8.self).unicodeScalars.first else {
      return nil
    }
    place = min(bytes.count, place + UTF8.width(letter))
    return letter
  }
}
