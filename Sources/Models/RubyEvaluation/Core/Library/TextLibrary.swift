import Source

/// `Base64`, `ERB::Util`, `CGI` and what else of the library turns text into text.
enum TextLibrary {
  static func define(in run: RubyInterpreter) {
    let base64 = run.makeModule("Base64")
    base64.isCore = true
    defineBase64(CoreTable(run, base64))
    let erb = run.makeClass("ERB")
    erb.isCore = true
    erb.doubt = RubyUnknown("templates of ERB are made by the program", at: nil)
    let utilities = CoreTable(run, run.makeModule("Util", in: erb))
    utilities.module.isCore = true
    utilities.defineOnItself("html_escape", "h", arity: 1) { (call) throws(Unwinding) in try escaped(call) }
    utilities.define("html_escape", "h", arity: 1) { (call) throws(Unwinding) in try escaped(call) }
    utilities.defineOnItself("url_encode", "u", arity: 1) { (call) throws(Unwinding) in
      guard let text = try call.text(of: call[0]) else { return call.untold }
      return call.make(percentEncoded(text, keeping: "-_.~", blank: "%20"))
    }
    let cgi = CoreTable(run, run.makeClass("CGI"))
    cgi.module.isCore = true
    cgi.defineOnItself("escapeHTML", "escape_html", arity: 1) { (call) throws(Unwinding) in try escaped(call)
    }
    cgi.defineOnItself("escape", arity: 1) { (call) throws(Unwinding) in
      call.make(percentEncoded(try call.string(0).bytes, keeping: "-_.*", blank: "+"))
    }
  }

  private static func defineBase64(_ table: CoreTable) {
    table.defineOnItself("encode64", arity: 1) { (call) throws(Unwinding) in
      let encoded = Base64.encoded(try call.string(0).bytes)
      var lines: [UInt8] = []
      for start in stride(from: 0, to: encoded.count, by: 60) {
        lines += encoded[start..<min(start + 60, encoded.count)] + [0x0A]
      }
      return call.make(lines)
    }
    table.defineOnItself("strict_encode64", arity: 1) { (call) throws(Unwinding) in
      call.make(Base64.encoded(try call.string(0).bytes))
    }
    table.defineOnItself("urlsafe_encode64", arity: 1) { (call) throws(Unwinding) in
      let encoded = Base64.encoded(try call.string(0).bytes)
      return call.make(
        encoded.map {
          $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0
        })
    }
    table.defineOnItself("decode64", "strict_decode64", "urlsafe_decode64", arity: 1) {
      (call) throws(Unwinding) in
      Base64.decoded(try call.string(0).bytes).map { call.make($0) }
        ?? call.unknown("the text is no whole Base64")
    }
  }

  private static func escaped(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard let text = try call.text(of: call[0]) else { return call.untold }
    var result: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      case UInt8(ascii: "'"): result += "&#39;".utf8
      default: result.append(byte)
      }
    }
    return call.make(result)
  }

  /// A text in which all but letters, digits and some signs are written by their number.
  static func percentEncoded(_ bytes: [UInt8], keeping signs: String, blank: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || signs.utf8.contains(byte) {
        result.append(byte)
      } else if byte == 0x20 {
        result += blank.utf8
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += ("%" + (byte < 16 ? "0" : "") + digits).utf8
      }
    }
    return result
  }
}
