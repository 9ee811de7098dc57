import DataSyntax
import Host
import Source
import Support
import Testing

/// `image diff` on images that lie in different places.
@Suite(.timeLimit(.minutes(3)))
struct ImageDiffCommandTests {
  private static let script = """
    mkdir -p one/etc two/etc
    echo 'port = 80' >one/etc/app.conf; echo 'password = first-pw' >>one/etc/app.conf
    echo 'port = 81' >two/etc/app.conf; echo 'password = other-pw' >>two/etc/app.conf
    ln -s app.conf one/etc/link; ln -s other.conf two/etc/link
    echo gone >one/etc/gone; mkdir -m 700 two/etc/new
    tar -C two --owner=0 --group=0 -cf two.tar .
    """

  private func withImages(_ body: (Program) async throws -> Void) async throws {
    try await Program.with { program in
      let made = try await Command(["sh", "-euc", Self.script], workingDirectory: program.folder).output()
      #expect(made.termination == .exited(0))
      try await body(program)
    }
  }

  @Test func `what differs is told by path and attribute, and the code is 1`() async throws {
    try await withImages { program in
      #expect(try await program("image", "import", "two.tar", "--as", "two:1").status == 0)
      // A tree that root owns whoever unpacks it, and a folder of whoever runs the tests.
      let answer = try await program("image", "diff", "one", "store:two:1", "--format", "json")
      #expect(answer.status == 1, "\(answer.error)")
      let file = SourceFile(FileID("answer.json"), bytes: Array(answer.output.utf8))
      let document = DataParser.parse(DerivedText(file), as: .json).tree.root
      let entries = document["entries"]?.items ?? []
      let changes = Dictionary(
        entries.map { ($0["path"]?.string ?? "", $0["change"]?.string ?? "") }, uniquingKeysWith: { $1 })
      #expect(changes["/etc/app.conf"] == "changed")
      #expect(changes["/etc/gone"] == "removed")
      #expect(changes["/etc/new"] == "added")
      let link = entries.first { $0["path"]?.string == "/etc/link" }
      #expect(link?["attributes"]?.items.contains { $0.string == "link-target" } == true)
      #expect(!answer.output.contains("first-pw") && !answer.output.contains("other-pw"))
    }
  }

  @Test func `a text shows the lines that differ, secrets masked`() async throws {
    try await withImages { program in
      let answer = try await program("image", "diff", "one", "two.tar")
      #expect(answer.status == 1)
      #expect(answer.output.contains("      -port = 80\n"), "\(answer.output)")
      #expect(answer.output.contains("      +port = 81\n"))
      #expect(answer.output.contains("      +password = *****\n"))
      #expect(answer.output.contains("different: 1 added, 1 removed"))
    }
  }

  @Test func `equal images are the same, wherever they lie`() async throws {
    try await withImages { program in
      _ = try await program("image", "import", "two.tar", "--as", "two:1")
      let answer = try await program("image", "diff", "two:1", "two:1", "--times")
      #expect(answer.status == 0, "\(answer.output)")
      #expect(answer.output.hasSuffix("same\n"))
      let quiet = try await program("image", "diff", "two.tar", "one", "--quiet")
      #expect(quiet.status == 1 && quiet.output.isEmpty)
    }
  }

  @Test(.enabled(if: Checkers.areThere)) func `the answer for machines fits its schema`() async throws {
    try await withImages { program in
      let answer = try await program("image", "diff", "one", "two.tar", "--times", "--format", "json")
      try HostFile.write(Array(answer.output.utf8), to: program.folder + "/answer.json")
      let schema = Repository.root + "/docs/schemas/image-diff-1.schema.json"
      let judged = try await Checkers.run([
        Checkers.path("check-jsonschema"), "--schemafile", schema, program.folder + "/answer.json",
      ])
      #expect(judged.status == 0, "\(judged.text)")
    }
  }

  @Test func `an image that is nowhere is wrong usage`() async throws {
    try await Program.with { program in
      let answer = try await program("image", "diff", "store:absent:1", "store:absent:2")
      #expect(answer.status == 2)
      #expect(answer.error.contains("the store holds no image `absent:1`"))
    }
  }
}
