import Host
import Support
import Testing

/// `verify --shadow`: the tool that a spec comes from, beside us.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct ShadowCommandTests {
  /// A program in goss's place, which is put into a container of the image and errs on one property.
  private static let erring = """
    #!/bin/sh
    test "$*" = "-g /goss.d/spec/goss.yaml validate -f json" && test -e /goss.d/spec/goss.yaml || exit 9
    echo '{"results":['
    echo '{"resource-type":"File","resource-id":"/etc/passwd","property":"exists","result":1},'
    echo '{"resource-type":"File","resource-id":"/etc/group","property":"exists","result":0}'
    echo '],"summary":{}}'
    exit 1

    """

  private static let files = [
    "goss.yaml": "file: {/etc/passwd: {exists: true}, /etc/group: {exists: true}, /bin: {exists: true}}\n",
    "a.spec.yaml": "files: {/a: {exists: false}}\n", "erring": erring,
  ]

  @Test func `verdicts that differ are named, and the code is the original's`() async throws {
    try await Program.withBase(Self.files) { program in
      _ = try await Command(["chmod", "755", program.folder + "/erring"]).output()
      var shadowed = program
      shadowed.environment = ["GOSS_PATH": program.folder + "/erring"]
      let answer = try await shadowed("verify", "tiny:1", "--spec", "goss.yaml", "--shadow")
      #expect(answer.status == 1, "\(answer.error)")
      #expect(answer.output.contains("3 assertions passed"), "\(answer.output)")
      #expect(
        answer.error.contains("goss.yaml: File: /etc/passwd: exists: failed by goss, passed here\n"),
        "\(answer.error)")
      #expect(answer.error.contains("File: /bin: exists: passed here, not known to goss"), "\(answer.error)")
      #expect(answer.error.contains("2 of 3 verdicts differ between goss and us"), "\(answer.error)")
      #expect(try await program.leftovers() == "")
    }
  }

  @Test func `a shadow needs its original`() async throws {
    try await Program.withBase(Self.files) { program in
      var poor = program
      // A folder of that name is no program.
      try HostFile.makeFolder(program.folder + "/bin")
      try HostFile.makeFolder(program.folder + "/bin/goss")
      poor.environment = ["PATH": program.folder + "/bin:/usr/sbin:/sbin:/bin", "GOSS_PATH": ""]
      let absent = try await poor("verify", "tiny:1", "--spec", "goss.yaml", "--shadow")
      #expect(absent.status == 3)
      #expect(
        absent.error.contains("`goss`, which `--shadow` runs beside us, is not installed"), "\(absent.error)")
      let own = try await program("verify", "tiny:1", "--spec", "a.spec.yaml", "--shadow")
      #expect(own.status == 2)
      #expect(own.error.contains("is of our own dialect"), "\(own.error)")
    }
  }
}
