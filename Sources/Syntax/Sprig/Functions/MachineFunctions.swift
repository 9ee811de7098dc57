import GoTemplate
import Source

/// The functions that ask the machine.
enum MachineFunctions {
  static func function(_ name: String, _ machine: TemplateMachine) -> PlainFunction? {
    switch name {
    case "env": .of(.text) { .text(machine.environment[$0.text(0)] ?? "") }
    case "getEnv":
      .variadic(.text, .text) { arguments in
        let value = machine.environment[arguments.text(0)] ?? ""
        return .text(value.isEmpty && arguments.count > 1 ? arguments.text(1) : value)
      }
    case "expandenv": .of(.text) { .text(expanded($0.text(0), machine.environment)) }
    case "readFile":
      .of(.text) { arguments in
        switch machine.readFile(arguments.text(0)) {
        case .success(let bytes):
          .text(Cutting.trimmed(String(decoding: bytes, as: UTF8.self), of: Cutting.isBlank))
        case .failure(let error): .failure(error.message)
        }
      }
    default: random(name)
    }
  }

  /// Go's `os.Expand`: `$NAME`, `${NAME}`, and the shell's own variables of one sign, which `os.Getenv` does not know.
  private static func expanded(_ text: String, _ environment: [String: String]) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "$", let next = rest.first else {
        result.append(scalar)
        continue
      }
      var name = rest.prefix { isWord($0) }
      if next == "{" {
        // Where the bracket is not closed, or closed at once, Go passes over what opens it.
        let end = rest.firstIndex(of: "}")
        name = end.map { rest[rest.index(after: rest.startIndex)..<$0] } ?? rest[..<rest.startIndex]
        rest = end.map { rest[rest.index(after: $0)...] } ?? rest.dropFirst()
      } else if isSpecial(next) {
        name = rest.prefix(1)
        rest = rest.dropFirst()
      } else if name.isEmpty {
        result.append(scalar)
      } else {
        rest = rest[name.endIndex...]
      }
      result += (environment[String(name)] ?? "").unicodeScalars
    }
    return String(result)
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    "*#$@!?-".unicodeScalars.contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func random(_ name: String) -> PlainFunction? {
    switch name {
    case "randAlpha": letters { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    case "randNumeric": letters { (0x30...0x39).contains($0) }
    case "randAlphaNum":
      letters { (0x30...0x39).contains($0) || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    case "randAscii": letters { _ in true }
    case "randInt":
      .of(.integer, .integer) { arguments in
        let (span, isBeyond) = arguments.number(1).subtractingReportingOverflow(arguments.number(0))
        guard span > 0, !isBeyond else { return .failure("invalid argument to Intn") }
        return .integer(Int.random(in: arguments.number(0)..<arguments.number(1)))
      }
    case "shuffle":
      .of(.text) { .text(String(String.UnicodeScalarView($0.text(0).unicodeScalars.shuffled()))) }
    case "uuidv4":
      .of { _ in
        var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array(bytes.hexadecimal)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return .text(groups.joined(separator: "-"))
      }
    default: nil
    }
  }

  private static func letters(_ isTaken: @escaping (UInt8) -> Bool) -> PlainFunction {
    let letters = (UInt8(0x21)...0x7E).filter(isTaken)
    return .of(.integer) { arguments in
      let count = max(arguments.number(0), 0)
      guard count <= 1 << 16 else { return .failure("it comes to more than 64 KiB") }
      return .text(
        String(decoding: (0..<count).compactMap { _ in letters.randomElement() }, as: UTF8.self))
    }
  }
}
