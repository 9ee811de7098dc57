import Host
import Support
import Testing

/// Users without a home that can be written to, as containers of CI have them: what is read at rest needs none.
@Suite(.enabled(if: Machine.runs(.engines, needing: "root", isThere: Machine.isRoot)))
struct HomelessTests {
  private static let user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
  /// The same where no file of the root file system can be written.
  private static let lockedUp = [
    "unshare", "--mount", "sh", "-c",
    #"mount -o remount,bind,ro / && exec \#(user.joined(separator: " ")) "$0" "$@""#,
  ]

  private static let files = [
    "root/etc/motd": "hello",
    "s.spec.yaml": "image: {user: app}\nfiles: {/etc/motd: {contents: [hello]}}\n",
    "make": """
    tar -C root -cf layer.tar .
    digest=$(sha256sum <layer.tar | cut -c1-64)
    gzip -n <layer.tar >packed && mv packed layer.tar
    echo '{"architecture": "amd64", "os": "linux", "config": {"User": "app"}, "rootfs": {"type": "layers",
      "diff_ids": ["sha256:'$digest'"]}}' >config.json
    echo '[{"Config": "config.json", "RepoTags": ["x:1"], "Layers": ["layer.tar"]}]' >manifest.json
    tar -cf image.tar manifest.json config.json layer.tar
    gzip -k image.tar
    chmod -R a+rX .
    mkdir -m 0500 locked
    """,
  ]

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ["HOME": "/nonexistent", "OVENPROOF_HOME": ""], ["HOME": "/", "OVENPROOF_HOME": ""],
      ["HOME": "/root", "OVENPROOF_HOME": ""], ["HOME": "", "OVENPROOF_HOME": ""],
      ["OVENPROOF_HOME": "locked"], ["OVENPROOF_HOME": "/proc/nowhere", "TMPDIR": "/proc/nowhere"],
    ])
  func `an image is judged at rest, and described`(_ environment: [String: String]) async throws {
    try await Program.with(Self.files) { program in
      let made = try await Command(["sh", "-e", "make"], workingDirectory: program.folder).output()
      try #require(made.termination == .exited(0), "\(String(decoding: made.error, as: UTF8.self))")
      for wrapper in [Self.user, Self.lockedUp] {
        var program = program
        program.wrapper = wrapper
        program.environment = environment
        for path in ["image.tar", "image.tar:x:1", "image.tar.gz"] {
          let answer = try await program("verify", path, "--spec", "s.spec.yaml")
          #expect(answer.status == 0, "\(wrapper) \(path): \(answer.output)\(answer.error)")
        }
        let spec = try await program("spec", "init", "image.tar")
        #expect(spec.status == 0 && spec.output.contains("app"), "\(wrapper): \(spec.output)\(spec.error)")
      }
    }
  }
}
