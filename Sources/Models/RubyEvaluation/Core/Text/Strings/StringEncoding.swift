/// The name of an encoding.
final class EncodingName: RubyPayload {
  let name: String

  init(_ name: String) { self.name = name }
}

/// `String` and `Encoding`: all text is taken for UTF-8.
enum StringEncoding {
  static func define(in strings: KindTable<RubyString>) {
    strings.define("encoding") { _, call in constant("UTF_8", call) }
    strings.define("force_encoding", arity: 1) { (string, call) throws(Unwinding) in
      try call.change(string)
      return call.receiver
    }
    strings.define("encode", arity: .any) { string, _ in .string(RubyString(copying: string)) }
    strings.define("encode!", "unicode_normalize!", arity: .any) { _, call in call.receiver }
    strings.define("unicode_normalize", arity: CoreArity(0, 1)) { string, call in
      string.bytes.allSatisfy { $0 < 0x80 }
        ? .string(RubyString(copying: string)) : call.unknown("text is not normalized")
    }
    strings.define("b") { string, _ in .string(RubyString(copying: string)) }
    strings.define("valid_encoding?") { string, _ in .boolean(TextBytes.isValid(string.bytes)) }
    strings.define("ascii_only?") { string, _ in .boolean(string.bytes.allSatisfy { $0 < 0x80 }) }
  }

  private static func constant(_ name: String, _ call: CoreCall) -> RubyValue {
    call.run.libraryClass("Encoding").constants[call.run.symbol(name)] ?? call.untold
  }

  static func defineEncodings(in table: CoreTable) {
    let names = [
      ("UTF_8", "UTF-8"), ("ASCII_8BIT", "ASCII-8BIT"), ("BINARY", "ASCII-8BIT"), ("US_ASCII", "US-ASCII"),
      ("ASCII", "US-ASCII"), ("UTF_16LE", "UTF-16LE"), ("UTF_16BE", "UTF-16BE"), ("ISO_8859_1", "ISO-8859-1"),
      ("Windows_1252", "Windows-1252"),
    ]
    for (constant, name) in names {
      table.constant(constant, .object(RubyObject(of: table.module, payload: EncodingName(name))))
    }
    let encodings = table.payloads(EncodingName.self)
    encodings.define("to_s", "name") { encoding, call in call.make(encoding.name) }
    encodings.define("inspect") { encoding, call in call.make("#<Encoding:\(encoding.name)>") }
    table.defineOnItself("default_external", "default_internal") { call in constant("UTF_8", call) }
    table.defineOnItself("default_external=", "default_internal=", arity: 1) { call in call[0] }
  }
}
