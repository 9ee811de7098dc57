/// A number of JSON as Packer turns it into a text: without an exponent, in as few digits as tell it from its neighbours.
enum NumberText {
  static func text(of written: String) -> String {
    // A whole number of fifteen digits is exact.
    let isPlain = written.utf8.allSatisfy { 0x30...0x39 ~= $0 } && written.utf8.count < 16
    guard !isPlain, let number = Double(written), number.isFinite else { return written }
    return expanded(number.description)
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
