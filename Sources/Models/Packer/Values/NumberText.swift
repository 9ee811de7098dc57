/// A number of JSON as Packer turns it into a text: without an exponent, in as few digits as tell it from its neighbours.
package enum NumberText {
  /// The text of a number as it is written.
  package static func text(of written: String) -> String {
    // A whole number of fifteen digits is exact.
    let isPlain =
      written.utf8.allSatisfy { 0x30...0x39 ~= $0 } && written.utf8.count < 16
      && (written.utf8.first != UInt8(ascii: "0") || written.utf8.count == 1)
    guard !isPlain, let number = value(of: written), number.isFinite else { return written }
    return expanded(number.description)
  }

  /// What a number counts: in YAML `0755` and `0o755` are octal, as for those who turn it into JSON for Packer.
  package static func value(of written: String) -> Double? {
    let isNegative = written.hasPrefix("-")
    let digits = written.dropFirst(isNegative || written.hasPrefix("+") ? 1 : 0)
    let prefix = ["0o", "0"].first { digits.hasPrefix($0) && digits.utf8.count > $0.utf8.count }
    if let prefix, let octal = Int(digits.dropFirst(prefix.utf8.count), radix: 8) {
      return Double(isNegative ? -octal : octal)
    }
    return Double(written)
  }

  /// The digits of `1.5e+20` or `2.0` written out.
  private static func expanded(_ text: String) -> String {
    let parts = text.parts(separatedBy: "e")
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = parts[0].dropFirst(sign.count)
    let whole = digits.prefix { $0 != "." }
    var fraction = Array(digits.dropFirst(whole.count + 1).utf8)
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    let all = Array(whole.utf8) + fraction
    let point = whole.utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    let zeros = { (count: Int) in [UInt8](repeating: UInt8(ascii: "0"), count: max(0, count)) }
    let head = point > 0 ? Array(all.prefix(point)) + zeros(point - all.count) : zeros(1)
    let tail = point < 0 ? zeros(-point) + all : Array(all.dropFirst(point))
    return sign + String(decoding: head, as: UTF8.self)
      + (tail.isEmpty ? "" : "." + String(decoding: tail, as: UTF8.self))
  }
}
