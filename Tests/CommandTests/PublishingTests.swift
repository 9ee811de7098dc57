import Host
import Support
import Testing

/// No image leaves the machine before its spec has passed: tried on a real registry.
@Suite(.enabled(if: Program.canPush), .serialized, .timeLimit(.minutes(5)))
struct PublishingTests {
  private static func template(_ address: String) -> String {
    """
    {
      "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
      "provisioners": [{"type": "shell", "inline": ["echo hello > /etc/motd"]}],
      "post-processors": [[
        {"type": "docker-tag", "repository": "\(address)/greeter", "tags": ["1"]}, {"type": "docker-push"}
      ]]
    }
    """
  }

  /// The names that the registry has, as it lists them.
  private func repositories(at address: String) async throws -> String {
    let answer = try await get("http://\(address)/v2/_catalog")
    let list = try #require(answer.split(separator: "\"repositories\":").last)
    return String(list.prefix { $0 != "}" })
  }

  private func get(_ url: String, accepting type: String = "*/*") async throws -> String {
    let command = Command(["curl", "-sS", "-i", "-H", "Accept: \(type)", url], deadline: 30)
    return String(decoding: try await command.output().output, as: UTF8.self)
  }

  @Test func `after a red spec the registry is empty`() async throws {
    let spec = "files: {/etc/motd: {contents: [goodbye]}}\n"
    try await Program.withRegistry({ ["machine.json": Self.template($0), "machine.spec.yaml": spec] }) {
      program, address in
      for arguments in [["test", "machine.json", "--publish"], ["build", "machine.json"]] {
        let answer = try await program.run(arguments)
        #expect(answer.status == 1)
        let repositories = try await self.repositories(at: address)
        #expect(repositories == "[]")
      }
    }
  }

  @Test func `a registry that is silent is given up after the time that the settings give it`() async throws {
    try await SilentServer.with { address in
      let files = [
        "machine.json": Self.template(address), ".ovenproof.yaml": "registries: {patience: 3s}\n",
      ]
      try await Program.withBase(files) { program in
        let answer = try await program("build", "machine.json")
        #expect(answer.status == 1, "\(answer.error)")
        #expect(answer.error.contains("the registry `\(address)` stalls: for 3 s nothing"), "\(answer.error)")
        #expect(answer.error.contains("registries: {patience: 10m}"), "\(answer.error)")
      }
    }
  }

  @Test func `after a green spec it holds the very digest that was verified, once publishing was asked for`()
    async throws
  {
    let spec = "files: {/etc/motd: {contents: [hello]}}\n"
    try await Program.withRegistry({ ["machine.json": Self.template($0), "machine.spec.yaml": spec] }) {
      program, address in
      let unpublished = try await program("test", "machine.json")
      #expect(unpublished.status == 0)
      let repositories = try await self.repositories(at: address)
      #expect(repositories == "[]")
      let answer = try await program("test", "machine.json", "--publish", "--report", "json:record.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      let manifest = try await get(
        "http://\(address)/v2/greeter/manifests/1", accepting: "application/vnd.oci.image.manifest.v1+json")
      let line = try #require(
        manifest.split(separator: "\r\n").first { $0.lowercased().hasPrefix("docker-content-digest:") })
      let pushed = try #require(line.split(separator: " ").last)
      let record = String(decoding: try CaseFolder.bytes(of: program.folder + "/record.json"), as: UTF8.self)
      #expect(record.contains("\(address)/greeter:1@\(pushed)"), "\(pushed) is not in \(record)")
      // A registry takes the layers compressed, so what binds it to what was verified is the image's id.
      let shown = try await program("image", "show", "\(address)/greeter:1")
      let id = try #require(shown.output.split(separator: "\"id\": \"").last?.prefix { $0 != "\"" })
      #expect(id.hasPrefix("sha256:") && manifest.contains(id), "\(shown.output)\(manifest)")
      let digest = try #require(
        shown.output.split(separator: "\"digest\": \"").dropFirst().first?.prefix { $0 != "\"" })
      #expect(record.contains(digest), "\(digest) is not in \(record)")
    }
  }

  @Test func `a base image is pulled again once its tag means another one`() async throws {
    func base(_ address: String, _ name: String) -> String {
      Self.template(address).replacing("hello", with: name).replacing("/greeter", with: "/\(name)")
    }
    let app = """
      {
        "builders": [{"type": "docker", "image": "ADDRESS/old:1", "commit": true}],
        "provisioners": [{"type": "shell", "inline": ["echo it says $(cat /etc/motd)"]}]
      }
      """
    try await Program.withRegistry({
      [
        "old.json": base($0, "old"), "new.json": base($0, "new"),
        "app.json": app.replacing("ADDRESS", with: $0),
      ]
    }) { program, address in
      for name in ["old", "new"] {
        let answer = try await program("build", "\(name).json")
        #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      }
      let first = try await program("build", "app.json")
      #expect((first.output + first.error).contains("it says old"), "\(first.output)\(first.error)")
      let moved = try await Command([
        "skopeo", "--insecure-policy", "copy", "--src-tls-verify=false", "--dest-tls-verify=false",
        "docker://\(address)/new:1", "docker://\(address)/old:1",
      ]).output()
      #expect(moved.termination.succeeded, "\(String(decoding: moved.error, as: UTF8.self))")
      let kept = try await program("build", "--pull", "missing", "--no-cache", "app.json")
      #expect((kept.output + kept.error).contains("it says old"), "\(kept.output)\(kept.error)")
      let second = try await program("build", "app.json")
      #expect((second.output + second.error).contains("it says new"), "\(second.output)\(second.error)")
    }
  }

  @Test(arguments: ["pa ss", "n0t-the-w0rd"])
  func `the login of a template opens a registry, and its password is told nowhere`(_ password: String)
    async throws
  {
    // The hash of `pa ss`.
    let passwords = "ann:$2b$05$AtlLjoct6YmsFVLy/qXjvOSI21/8K8IKGDpvk95OwVTOPytL5vsA6\n"
    let login =
      #""login": true, "login_server": "http://ADDRESS/", "login_username": "ann", "login_password": "{{user `word`}}""#
    try await Program.withRegistry(
      {
        [
          "machine.json": Self.template($0).replacing(
            #"{"type": "docker-push"}"#,
            with: #"{"type": "docker-push", \#(login.replacing("ADDRESS", with: $0))}"#
          ).replacing(
            "{\n  \"builders\"",
            with: "{\n  \"variables\": {\"word\": null}, \"sensitive-variables\": [\"word\"],\n  \"builders\""
          )
        ]
      }, passwords: passwords
    ) { program, address in
      let answer = try await program("build", "-var", "word=\(password)", "machine.json")
      #expect(answer.status == (password == "pa ss" ? 0 : 1), "\(answer.output)\(answer.error)")
      let told = answer.output + answer.error
      #expect(!told.contains(password), "\(told)")
      #expect(told.contains("refuses the one given") == (password != "pa ss"), "\(told)")
      let left = try await Command(["grep", "-rlF", password, program.folder]).output()
      #expect(left.output == [], "\(String(decoding: left.output, as: UTF8.self))")
    }
  }

  @Test(arguments: [false, true])
  func `a registry that refuses fails the build with what to do`(_ isThere: Bool) async throws {
    // Not a hash of any password: whoever asks is refused.
    let passwords = "greeter:$2y$05$abcdefghijklmnopqrstuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu\n"
    try await Program.withRegistry(
      { ["machine.json": Self.template(isThere ? $0 : "127.0.0.1:1")] }, passwords: passwords
    ) {
      program, _ in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 1)
      let told = answer.output + answer.error
      #expect(
        told.contains(isThere ? "it wants a login" : "the registry `127.0.0.1:1` cannot be reached"),
        "\(told)")
    }
  }
}
