import Host
import RubySyntax
import Support
import Testing

/// Arms of `case … in`, each behind `+` where Ruby takes it and `-` where it refuses it; `\n` is a line end.
@Suite struct RubyPatternTests {
  struct Arm: Sendable, CustomStringConvertible {
    let description: String
    let isAccepted: Bool

    /// The arm in a program.
    var program: String {
      "v = 1\ncase v\n" + description.replacing("\\n", with: "\n").replacing("\\\\", with: "\\") + "\nend\n"
    }
  }

  private static func arms() throws -> [Arm] {
    try CaseFolder.files(in: "ruby/patterns", endings: [".txt"]).flatMap { file in
      file.text.split(separator: "\n").map { line in
        Arm(description: String(line.dropFirst(2)), isAccepted: line.hasPrefix("+"))
      }
    }
  }

  @Test(arguments: try arms()) func `A pattern is taken where Ruby takes it`(_ arm: Arm) {
    #expect(RubyText(arm.program).tree.isAccepted == arm.isAccepted)
  }

  @Test(.enabled(if: Ripper.isThere)) func `Ruby takes what the cases say`() async throws {
    let arms = try Self.arms()
    try await TemporaryFolder.with { folder in
      let paths = try arms.indices.map { index in
        let path = "\(folder)/\(index).rb"
        try HostFile.write(Array(arms[index].program.utf8), to: path)
        return path
      }
      let answers = try await Ripper.answers(on: paths, ["--compiled"])
      #expect(answers.map(\.isAccepted) == arms.map(\.isAccepted))
    }
  }
}
