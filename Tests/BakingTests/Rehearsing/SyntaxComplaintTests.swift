import Packer
import Plan
import Source
import Testing

@testable import Baking

/// Where interpreters say that a script cannot be read.
struct SyntaxComplaintTests {
  private static let script = "#!/bin/sh\nif true\n  echo a\nfi fi\n"

  @Test(
    arguments: [
      ("/tmp/s.sh: 4: Syntax error: \"fi\" unexpected", "Syntax error: \"fi\" unexpected"),
      (
        "/tmp/s.sh: line 4: syntax error near unexpected token `fi'",
        "syntax error near unexpected token `fi'"
      ),
      ("/tmp/s.sh:4: syntax error, unexpected end-of-input", "syntax error, unexpected end-of-input"),
      ("syntax error at /tmp/s.sh line 4, near \"fi fi\"", "near \"fi fi\""),
    ])
  func `the line is found in what is said`(_ line: String, _ words: String) throws {
    let complaint = try complaint(["something else", line])
    #expect(complaint.message == words)
    #expect(complaint.location.range == ByteRange(27, 32))
  }

  @Test func `python says what is wrong last`() throws {
    let complaint = try complaint([
      "  File \"/tmp/s.sh\", line 4", "    fi fi", "SyntaxError: invalid syntax",
    ])
    #expect(complaint.message == "SyntaxError: invalid syntax")
  }

  @Test func `a number that the script has not is its last line; other words are none`() throws {
    #expect(try complaint(["/tmp/s.sh: 99: Syntax error"]).location.range == ByteRange(27, 32))
    #expect(throws: Absent.self) {
      try complaint(["/tmp/other.sh: 3: Syntax error", "/tmp/s.sh: not found"])
    }
  }

  private struct Absent: Error {}

  private func complaint(_ lines: [String]) throws -> SyntaxComplaint {
    let text = DerivedText(SourceFile(FileID("s.sh"), bytes: Array(Self.script.utf8)))
    guard let found = SyntaxComplaint(in: lines, about: CheckedScript(at: "/tmp/s.sh", text)) else {
      throw Absent()
    }
    return found
  }
}
