/// `Shellwords`.
enum ShellwordsMethods {
  static func define(in table: CoreTable, _ classes: CoreClasses) {
    table.defineOnItself("escape", "shellescape", arity: 1) { (call) throws(Unwinding) in
      guard let text = try call.text(of: call[0]) else { return call.untold }
      return call.make(escaped(text))
    }
    table.defineOnItself("split", "shellsplit", "shellwords", arity: 1) { (call) throws(Unwinding) in
      try split(try call.string(0), call)
    }
    table.defineOnItself("join", "shelljoin", arity: 1) { (call) throws(Unwinding) in
      try joined(try call.array(0), call)
    }
    CoreTable(table.run, classes.string).strings.define("shellescape") { string, call in
      call.make(escaped(string.bytes))
    }
    CoreTable(table.run, classes.string).strings.define("shellsplit") { (string, call) throws(Unwinding) in
      try split(string, call)
    }
    CoreTable(table.run, classes.array).arrays.define("shelljoin") { (array, call) throws(Unwinding) in
      try joined(array, call)
    }
  }

  private static func joined(_ array: RubyArray, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    var words: [[UInt8]] = []
    for element in array.elements {
      guard element.doubt == nil, let text = try call.text(of: element) else { return call.untold }
      words.append(escaped(text))
    }
    return call.make(Array(words.joined(separator: [0x20])))
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.isEmpty { return Array("''".utf8) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let length = TextBytes.length(at: index, in: bytes)
      let byte = bytes[index]
      if byte == 0x0A {
        result += "'\n'".utf8
      } else {
        let isPlain = TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || "_-.,:+/@".utf8.contains(byte)
        if !isPlain { result.append(UInt8(ascii: "\\")) }
        result += bytes[index..<index + length]
      }
      index += length
    }
    return result
  }

  private static func split(_ line: RubyString, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    var words: [RubyValue] = []
    var word: [UInt8] = []
    var isOpen = false
    var index = 0
    let bytes = line.bytes
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        isOpen = true
        var isClosed = false
        while index < bytes.count {
          let next = bytes[index]
          index += 1
          if next == byte {
            isClosed = true
            break
          }
          if byte == UInt8(ascii: "\""), next == UInt8(ascii: "\\"), index < bytes.count {
            if !"$`\"\\\n".utf8.contains(bytes[index]) { word.append(next) }
            word.append(bytes[index])
            index += 1
          } else {
            word.append(next)
          }
        }
        guard isClosed else {
          throw call.raise("ArgumentError", "Unmatched quote: \(TextInspection.quoted(line.bytes))")
        }
      case UInt8(ascii: "\\"):
        isOpen = true
        if index < bytes.count {
          word.append(bytes[index])
          index += 1
        } else {
          word.append(byte)
        }
      case _ where TextBytes.isSpace(byte):
        if isOpen { words.append(call.make(word)) }
        word = []
        isOpen = false
      default:
        isOpen = true
        word.append(byte)
      }
    }
    if isOpen { words.append(call.make(word)) }
    return call.make(words)
  }
}
