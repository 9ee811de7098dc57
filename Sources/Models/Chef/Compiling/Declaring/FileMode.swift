import RubyEvaluation

/// The mode of a file as a resource gives it.
enum FileMode {
  /// Why Chef refuses it; nil for one that it takes.
  static func problem(of value: RubyValue) -> String? {
    switch value {
    case .integer(let number): return (0...0o7777).contains(number) ? nil : "not in valid numeric range"
    case .string(let string):
      let text = string.string
      let digits = text.hasPrefix("0") ? text.dropFirst() : text[...]
      let plain = digits.hasPrefix("o") ? digits.dropFirst() : digits
      guard let number = Int(plain.isEmpty ? "0" : String(plain), radix: 8) else { return "no octal number" }
      return (0...0o7777).contains(number) ? nil : "not in valid numeric range"
    case .boolean, .symbol, .array, .hash, .range, .pattern, .module: return "no octal number"
    case .nil, .float, .procedure, .object, .unknown: return nil
    }
  }
}
