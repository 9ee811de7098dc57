package import Source

/// The first line of a script that names its interpreter.
package struct Shebang: Sendable, Hashable {
  /// The path after `#!`, as written.
  package let interpreter: String
  /// What follows the path: one argument for the kernel, blanks inside it kept.
  package let argument: String?
  /// The line from `#!` on, without its end and without blanks at its end.
  package let location: Location
  /// The place of the path.
  package let interpreterLocation: Location
  /// Whether the line ends in a carriage return, which the kernel takes for a part of the name.
  package let hasCarriageReturn: Bool
  /// How many bytes of the text the line takes, its end left out.
  let length: Int

  /// Reads the first line of a text; nil where it does not begin with `#!`.
  package init?(_ text: DerivedText) {
    let bytes = text.bytes
    guard bytes.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "!")]) else { return nil }
    let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    hasCarriageReturn = lineEnd > 0 && bytes[lineEnd - 1] == UInt8(ascii: "\r")
    var end = lineEnd
    while end > 2, Self.isBlank(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    var start = 2
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    var pathEnd = start
    while pathEnd < end, !Self.isBlank(bytes[pathEnd]) { pathEnd += 1 }
    var rest = pathEnd
    while rest < end, Self.isBlank(bytes[rest]) { rest += 1 }
    interpreter = String(decoding: bytes[start..<pathEnd], as: UTF8.self)
    argument = rest < end ? String(decoding: bytes[rest..<end], as: UTF8.self) : nil
    location = text.location(of: ByteRange(0, end))
    interpreterLocation = text.location(of: ByteRange(start, pathEnd))
    length = lineEnd
  }

  /// The words after the path.
  package var arguments: [String] {
    (argument ?? "").split { $0 == " " || $0 == "\t" }.map(String.init)
  }

  /// The program that reads the script, without its folder; what `env` looks up counts, not `env`.
  package var program: String {
    let name = Self.baseName(interpreter)
    guard name == "env" else { return name }
    let words = arguments.drop { $0.hasPrefix("-") || $0.contains("=") }
    return words.first.map(Self.baseName) ?? name
  }

  /// The language of the script.
  package var dialect: ShellDialect { ShellDialect(program: program) }

  private static func baseName(_ path: String) -> String {
    let name = path.fileName
    return name.isEmpty ? path : String(name)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

/// The language that an interpreter reads.
package enum ShellDialect: Sendable, Hashable {
  /// Plain POSIX: sh, dash, ash, busybox.
  case posix
  case bash
  /// Other shells whose syntax is near to bash's: ksh, mksh, zsh.
  case korn
  /// No shell: the name of the program.
  case other(String)

  /// The language of a program, by its name without a folder.
  package init(program: String) {
    switch program {
    case "sh", "dash", "ash", "busybox": self = .posix
    case "bash", "rbash": self = .bash
    case "ksh", "ksh93", "mksh", "zsh": self = .korn
    default: self = .other(program)
    }
  }

  /// Whether a shell reads it.
  package var isShell: Bool { if case .other = self { false } else { true } }
}
