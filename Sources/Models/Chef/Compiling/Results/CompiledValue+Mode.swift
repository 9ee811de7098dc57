extension CompiledValue {
  /// A file mode in octal digits; nil for what is none.
  package var octalMode: String? {
    switch self {
    case .text(let text): return text
    case .integer(let number):
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: return nil
    }
  }
}
