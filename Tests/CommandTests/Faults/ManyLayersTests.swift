import DataSyntax
import Host
import Support
import Testing

/// Images with more layers than one mount takes.
@Suite(
  .enabled(if: Program.canBake && Machine.hasProgram("python3")), .serialized, .timeLimit(.minutes(10)))
struct ManyLayersTests {
  /// Makes an archive of busybox with layers on top of it: each writes `/n/N`, and takes `/n/N-1` away.
  private static let script = """
    import hashlib, io, json, os, sys, tarfile
    base, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    def layer(n):
        data = io.BytesIO()
        with tarfile.open(fileobj=data, mode="w") as tar:
            for name in [f"n/.wh.{n - 1}"] * (n > 1) + [f"n/{n}"]:
                tar.addfile(tarfile.TarInfo(name))
        return data.getvalue()
    layers = [open(base, "rb").read()] + [layer(n) for n in range(1, count)]
    config = json.dumps({"architecture": os.uname().machine.replace("x86_64", "amd64").replace("aarch64", "arm64"),
        "os": "linux", "config": {},
        "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(l).hexdigest() for l in layers]}}).encode()
    names = [f"{n}.tar" for n in range(count)]
    manifest = json.dumps([{"Config": "config.json", "RepoTags": ["many:1"], "Layers": names}]).encode()
    with tarfile.open(out, "w") as tar:
        for name, data in list(zip(names, layers)) + [("config.json", config), ("manifest.json", manifest)]:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    """

  private static let template = Program.template.replacing("tiny:1", with: "many:1")
    .replacing("echo hello > /etc/motd", with: "ls /n >/left")

  private static func withImage(
    of count: Int, _ body: (Program) async throws -> Void
  ) async throws {
    let tar = try await Script.run("base-image", ["tiny"])
    try await Program.with(["machine.json": template, "many.py": script]) { program in
      let made = try await Command(
        ["python3", "many.py", tar, "\(count)", "many.tar"], workingDirectory: program.folder, deadline: 120
      ).output()
      #expect(made.termination.succeeded, "\(String(decoding: made.error, as: UTF8.self))")
      let taken = try await program("image", "import", "many.tar", "--as", "many:1")
      #expect(taken.status == 0, "\(taken.error)")
      try await body(program)
    }
  }

  @Test func `a container starts from an image of 522 layers, and sees the topmost of each file`()
    async throws
  {
    try await Self.withImage(of: 522) { program in
      let spec = "files: {/left: {contents: [\"521\"]}, /n/520: {exists: false}, /n/521: {exists: true}}\n"
      try HostFile.write(Array(spec.utf8), to: program.folder + "/machine.spec.yaml")
      for engine in ["native", "native:namespaces"] {
        let answer = try await program("build", "--no-cache", "--engine", engine, "machine.json")
        #expect(answer.status == 0, "\(engine): \(answer.output)\(answer.error)")
        #expect(try await program.leftovers() == "")
      }
    }
  }

  @Test func `an image of more layers than two mounts take is refused in words`() async throws {
    try await Self.withImage(of: 950) { program in
      let answer = try await program("build", "--engine", "native:namespaces", "machine.json")
      #expect(answer.status == 1)
      #expect(answer.error.contains("are the most that can be mounted"), "\(answer.error)")
      #expect(try await program("build", "--engine", "native:chroot", "machine.json").status == 0)
    }
  }
}
