import ShellSyntax
import Source
import Testing

struct ShebangTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let interpreter: String
    let argument: String?
    let program: String
    let dialect: ShellDialect
    var testDescription: String { line }
  }

  static let cases = [
    Case(line: "#!/bin/sh", interpreter: "/bin/sh", argument: nil, program: "sh", dialect: .posix),
    Case(
      line: "#! /bin/bash -eux", interpreter: "/bin/bash", argument: "-eux", program: "bash", dialect: .bash),
    Case(
      line: "#!/usr/bin/env bash", interpreter: "/usr/bin/env", argument: "bash", program: "bash",
      dialect: .bash),
    Case(
      line: "#!/usr/bin/env -S A=b python3 -u", interpreter: "/usr/bin/env", argument: "-S A=b python3 -u",
      program: "python3", dialect: .other("python3")),
    Case(line: "#!", interpreter: "", argument: nil, program: "", dialect: .other("")),
  ]

  @Test("reads path, argument and program", arguments: cases)
  func parts(_ example: Case) throws {
    let shebang = try #require(ShellText(example.line + "\necho a\n").script.shebang)
    #expect(shebang.interpreter == example.interpreter)
    #expect(shebang.argument == example.argument)
    #expect(shebang.program == example.program)
    #expect(shebang.dialect == example.dialect)
    #expect(shebang.location.range.end == example.line.utf8.count)
  }

  @Test(
    "is absent behind a byte order mark, a blank or an empty line",
    arguments: ["\u{FEFF}#!/bin/sh", " #!/bin/sh", "\n#!/bin/sh", ""])
  func absent(_ text: String) { #expect(ShellText(text).script.shebang == nil) }

  @Test("tells of a carriage return, and leaves it out of the place")
  func carriageReturn() throws {
    let text = ShellText("#!/bin/sh -e\r\necho a\r\n")
    let shebang = try #require(text.script.shebang)
    #expect(shebang.hasCarriageReturn)
    #expect(text.text(at: shebang.location) == "#!/bin/sh -e")
    #expect(text.text(at: shebang.interpreterLocation) == "/bin/sh")
    #expect(text.names == ["echo"])
  }
}
