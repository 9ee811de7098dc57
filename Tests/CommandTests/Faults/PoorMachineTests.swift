import Host
import Support
import Testing

/// Machines that lack what a bake needs, or could use: each is told about.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct PoorMachineTests {
  private static let files = [
    "machine.json": Program.template, "machine.spec.yaml": "files: {/etc/motd: {contents: [hello]}}\n",
  ]

  @Test func `without runc it bakes in namespaces, and says what they lack`() async throws {
    try await Program.withBase(Self.files) { program in
      var program = program
      // An empty PATH does not hide it: programs are looked for in the usual folders too.
      program.wrapper = [
        "unshare", "--mount", "sh", "-c", #"mount --bind /dev/null "$(command -v runc)" && exec "$0" "$@""#,
      ]
      let answer = try await program("test", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(answer.error.contains("works in namespaces alone"), "\(answer.error)")
      #expect(answer.error.contains("`runc` is not installed"), "\(answer.error)")
    }
  }

  @Test func `an ordinary user without a range of ids bakes, and is told what that lacks`() async throws {
    try await Program.withBase(Self.files) { program in
      _ = try await Command(["chown", "-R", "65534:65534", program.folder]).output()
      var program = program
      program.wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
      let lint = try await program("lint", "machine.json")
      #expect(lint.status == 0)
      let plan = try await program("plan", "machine.json")
      #expect(plan.status == 0)
      let answer = try await program("test", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(answer.error.contains("this user has no range of ids"), "\(answer.error)")
    }
  }

  @Test func `a home that starts no programs is named as such`() async throws {
    let tar = try await Script.run("base-image", ["tiny"])
    try await Program.with(Self.files) { program in
      var program = program
      program.wrapper = [
        "unshare", "--mount", "sh", "-c",
        #"""
        mkdir -p "$OVENPROOF_HOME" && mount -t tmpfs -o noexec none "$OVENPROOF_HOME" &&
        "$0" image import \#(tar) --as tiny:1 && exec "$0" "$@"
        """#,
      ]
      let answer = try await program("build", "machine.json", "--engine", "native:chroot")
      #expect(answer.status == 3, "\(answer.output)\(answer.error)")
      #expect(answer.error.contains("starts no programs (`noexec`)"), "\(answer.error)")
    }
  }

  @Test func `a full disk is named as such`() async throws {
    let tar = try await Script.run("base-image", ["tiny"])
    try await Program.with(Self.files) { program in
      var program = program
      func wrapper(_ first: String) -> [String] {
        let mount = #"mkdir -p "$OVENPROOF_HOME" && mount -t tmpfs -o size=20m none "$OVENPROOF_HOME""#
        return ["unshare", "--mount", "sh", "-c", #"\#(mount) && \#(first) && exec "$0" "$@""#]
      }
      program.wrapper = wrapper("true")
      _ = try await Command(
        ["sh", "-c", "mkdir -p root/etc && head -c 40000000 /dev/urandom >root/big"],
        workingDirectory: program.folder
      ).output()
      let tooLarge = try await program("image", "import", "root", "--as", "big:1")
      #expect(tooLarge.status == 3)
      #expect(tooLarge.error.contains("no space is left"), "\(tooLarge.error)")
      program.wrapper = wrapper(#""$0" image import \#(tar) --as tiny:1"#)
      let template = Program.template.replacing(
        "echo hello > /etc/motd", with: "head -c 40000000 /dev/urandom > /big")
      try HostFile.write(Array(template.utf8), to: program.folder + "/machine.json")
      let answer = try await program("build", "machine.json")
      // What is said inside the container is its own program's word; the step fails.
      #expect(answer.status == 1, "\(answer.error)")
      #expect(answer.error.contains("failed"), "\(answer.error)")
    }
  }
}
