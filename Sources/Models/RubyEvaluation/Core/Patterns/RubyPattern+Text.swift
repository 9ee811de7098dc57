extension RubyPattern {
  /// The source as it stands inside another one, with its own options: `(?-mix:…)`.
  package var embedded: [UInt8] {
    let on = letters
    let off = "mix".filter { !on.contains($0) }
    return Array("(?\(on)\(off.isEmpty ? "" : "-" + off):".utf8) + slashedSource + [UInt8(ascii: ")")]
  }

  /// The pattern as a literal.
  var literal: String { "/" + String(decoding: slashedSource, as: UTF8.self) + "/" + letters }

  private var letters: String {
    let names: [(Options, String)] = [(.multiline, "m"), (.ignoreCase, "i"), (.extended, "x")]
    return names.filter { options.contains($0.0) }.map(\.1).joined()
  }

  /// The source with its slashes escaped.
  private var slashedSource: [UInt8] {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in source {
      if byte == UInt8(ascii: "/"), !isEscaped { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return result
  }
}
