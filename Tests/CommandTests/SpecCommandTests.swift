import Host
import Support
import Testing

/// `spec init`, `spec lint`, `spec convert`, and the spec against the plan.
@Suite struct SpecCommandTests {
  private static let image = [
    "root/etc/passwd": "root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/srv:/bin/false\n",
    "root/etc/group": "root:x:0:\napp:x:1000:\n", "root/etc/app.conf": "port = 8080\n",
    "root/var/lib/dpkg/status":
      "Package: app\nStatus: install ok installed\nPriority: optional\nVersion: 1\n\n"
      + "Package: dash\nStatus: install ok installed\nPriority: required\nVersion: 1\n\n",
  ]

  @Test func `init writes what verify holds at once, and replaces nothing unasked`() async throws {
    try await Program.with(Self.image) { program in
      let made = try await program("spec", "init", "dir:root", "-o", "app.spec.yaml")
      #expect(made.status == 0, "\(made.error)")
      let count = made.error.split(separator: " ").compactMap { Int($0) }.first ?? -1
      let verified = try await program("verify", "dir:root", "--spec", "app.spec.yaml")
      #expect(verified.status == 0, "\(verified.output)\(verified.error)")
      #expect(verified.output.contains("\(count) assertions passed"), "\(made.error)\(verified.output)")
      let text = try await program("spec", "init", "dir:root")
      #expect(text.output.contains("  app: {home: /srv, shell: /bin/false, groups: [app]}"), "\(text.output)")
      #expect(text.output.contains("  app: {installed: true}"))
      #expect(!text.output.contains("dash"))
      let again = try await program("spec", "init", "dir:root", "-o", "app.spec.yaml")
      #expect(again.status == 2)
      #expect(again.error.contains("`app.spec.yaml` is there already"))
      #expect(try await program("spec", "init", "dir:root", "-o", "app.spec.yaml", "--force").status == 0)
      #expect(try await program("spec", "init", "dir:absent").status != 0)
    }
  }

  @Test func `convert says what is left out, by its exit code too`() async throws {
    let files = [
      "goss.yaml": "file: {/etc/app.conf: {exists: true, md5: abc}}\n",
      "whole.yaml": "user: {app: {exists: true, shell: /bin/false}}\n",
      "broken.yaml": "file: {/x: {exist: 1}}\n",
      "spec.rb": "describe file('/x') do\n  it { should exist }\nend\n",
      "broken.rb": "describe file('/x' do\n",
    ]
    try await Program.with(files) { program in
      let part = try await program("spec", "convert", "goss.yaml", "--to", "ovenproof")
      #expect(part.status == 1)
      #expect(part.output.contains("/etc/app.conf: {exists: true}"), "\(part.output)")
      #expect(part.output.contains("# - `md5` of file `/etc/app.conf`"), "\(part.output)")
      #expect(part.error.contains("goss.yaml:1:43"), "\(part.error)")
      #expect(
        try await program("spec", "convert", "goss.yaml", "--to", "ovenproof", "--allow-partial").status == 0)
      let whole = try await program("spec", "convert", "whole.yaml", "--to", "ovenproof", "-o", "own.yaml")
      #expect(whole.status == 0, "\(whole.error)")
      let back = try await program("spec", "convert", "own.yaml", "--to", "goss")
      #expect(back.output.contains("user:\n  app: {exists: true, shell: /bin/false}"), "\(back.output)")
      #expect(try await program("spec", "convert", "spec.rb", "--to", "goss").status == 0)
      for faulty in ["broken.yaml", "broken.rb"] {
        let answer = try await program("spec", "convert", faulty, "--to", "ovenproof")
        #expect(answer.status == 1)
        #expect(answer.error.contains("\(faulty):1:"), "\(answer.error)")
      }
      #expect(try await program("spec", "convert", "absent.yaml", "--to", "goss").status == 2)
    }
  }

  @Test func `lint of specs reports in any format and takes exceptions`() async throws {
    let files = [
      "a.spec.yaml": "files:\n  /x: {contents: [\"/.*/\"]}\n",
      "b.spec.yaml": "files:\n  /x: {type: directory, contents: [a]}\n",
      "c.spec.yaml":
        "files:\n  # ovenproof: allow spec/vacuous-assertion -- is to be filled\n  /x: {contents: [\"/.*/\"]}\n",
      "d.spec.yaml": "files:\n  /x: {mod: 1}\n",
    ]
    try await Program.with(files) { program in
      let vacuous = try await program("spec", "lint", "a.spec.yaml")
      #expect(vacuous.status == 0)
      #expect(
        vacuous.output.contains("a.spec.yaml:2:19: warning[spec/vacuous-assertion]"), "\(vacuous.output)")
      #expect(try await program("spec", "lint", "a.spec.yaml", "--fail-on", "warning").status == 1)
      let json = try await program("spec", "lint", "a.spec.yaml", "b.spec.yaml", "--format", "json")
      #expect(json.status == 1)
      #expect(json.output.contains("\"rule\": \"spec/contradicting-assertions\""), "\(json.output)")
      #expect(try await program("spec", "lint", "c.spec.yaml", "--fail-on", "warning").status == 0)
      #expect(try await program("spec", "lint", "d.spec.yaml").status == 1)
      #expect(try await program("spec", "lint", "absent.yaml").status == 2)
    }
  }

  @Test func `lint and plan tell before any bake what cannot come true`() async throws {
    let template =
      #"{"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true, "changes": ["USER app"]}]}"#
    let files = ["machine.json": template, "machine.spec.yaml": "image: {user: root}\n"]
    try await Program.with(files) { program in
      let lint = try await program("lint", "machine.json")
      #expect(lint.status == 1)
      #expect(
        lint.output.contains("machine.spec.yaml:1:15: error[spec/contradicted-configuration]"),
        "\(lint.output)")
      #expect(lint.output.contains("machine.json:1:"), "\(lint.output)")
      let plan = try await program("plan", "machine.json")
      #expect(plan.status == 0, "\(plan.error)")
      #expect(plan.output.contains("What cannot come true of the spec:"), "\(plan.output)")
      let json = try await program("plan", "machine.json", "--format", "json")
      #expect(json.output.contains("\"contradictions\""))
    }
  }

  @Test func `what a spec includes is compared with the plan, with the places of both`() async throws {
    let template =
      #"{"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true, "changes": ["USER app"]}]}"#
    let files = [
      "machine.json": template, "machine.spec.yaml": "include: specs/outer.spec.yaml\n",
      "specs/outer.spec.yaml": "include: inner.spec.yaml\n",
      "specs/inner.spec.yaml": "image:\n  user: root\n",
    ]
    try await Program.with(files) { program in
      let lint = try await program("lint", "machine.json")
      #expect(lint.status == 1, "\(lint.output)")
      for words in [
        "specs/inner.spec.yaml:2:9: error[spec/contradicted-configuration]", "machine.json:1:",
        "machine.spec.yaml:1:10", "specs/outer.spec.yaml:1:10",
      ] { #expect(lint.output.contains(words), "\(words): \(lint.output)") }
      let plan = try await program("plan", "machine.json")
      #expect(plan.output.contains("specs/inner.spec.yaml:2:9"), "\(plan.output)")
      let allowed =
        "image:\n  # ovenproof: allow spec/contradicted-configuration -- is to be mended\n  user: root\n"
      try HostFile.write(Array(allowed.utf8), to: program.folder + "/specs/inner.spec.yaml")
      let quiet = try await program("lint", "machine.json")
      #expect(quiet.status == 0, "\(quiet.output)")
    }
  }
}
