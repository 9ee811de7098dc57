import Host
import Support
import Testing

/// goss files under `verify`, and goss's command line.
@Suite struct GossCommandTests {
  private static let files = [
    "root/etc/app.conf": "port = 8080\nmode = fast\n",
    "root/etc/passwd": "root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/srv:/bin/false\n",
    "root/etc/group": "root:x:0:\napp:x:1000:\n",
    "goss.yaml": """
    file:
      /etc/app.conf:
        exists: true
        contents: ["port = {{.Vars.port}}"]
    gossfile: {users.yaml: {}}
    """,
    "users.yaml": "user: {app: {exists: true, shell: /bin/false}}\n",
    "vars.yaml": "port: 8080\n",
  ]

  @Test func `verify tells a goss file by its words and takes its variables`() async throws {
    try await Program.with(Self.files) { program in
      let good = try await program("verify", "dir:root", "--spec", "goss.yaml", "--vars", "vars.yaml")
      #expect(good.status == 0, "\(good.error)")
      #expect(good.output.contains("4 assertions passed"))
      let bad = try await program(
        "verify", "dir:root", "--spec", "goss.yaml", "--vars", "vars.yaml", "--vars-inline", "{port: 8081}")
      #expect(bad.status == 1)
      #expect(bad.output.contains("goss.yaml:4:15: failed: file /etc/app.conf: contents"), "\(bad.output)")
      #expect(bad.output.contains("no line of `contents` has `port = 8081`"), "\(bad.output)")
      #expect(bad.output.contains("1 | port = 8080"), "\(bad.output)")
    }
  }

  @Test func `a faulty goss file is shown at its place`() async throws {
    let files = Self.files.merging(["goss.yaml": "file:\n  /etc/app.conf: {exist: true}\n"]) { _, new in new }
    try await Program.with(files) { program in
      let answer = try await program("verify", "dir:root", "--spec", "goss.yaml")
      #expect(answer.status == 1)
      #expect(answer.error.contains("goss.yaml:2:19"), "\(answer.error)")
      #expect(answer.error.contains("invalid Attribute for File:/etc/app.conf: exist"), "\(answer.error)")
      #expect(answer.error.contains("did you mean `exists`?"), "\(answer.error)")
    }
  }

  @Test func `what is not decided is never green`() async throws {
    let spec = "file: {/etc/app.conf: {exists: true}}\nport: {\"80\": {listening: true}}\n"
    let files = Self.files.merging(["goss.yaml": spec]) { _, new in new }
    try await Program.with(files) { program in
      let answer = try await program("verify", "dir:root", "--spec", "goss.yaml")
      #expect(answer.status == 3)
      #expect(answer.output.contains("only a running container listens on ports"), "\(answer.output)")
      let allowed = try await program("verify", "dir:root", "--spec", "goss.yaml", "--allow-undecided")
      #expect(allowed.status == 0)
    }
  }

  @Test func `goss's command line is taken, with its formats and exit codes`() async throws {
    try await Program.with(Self.files) { program in
      let tap = try await program(
        "goss", "--image", "dir:root", "-g", "goss.yaml", "--vars=vars.yaml", "validate", "-f", "tap", "-o",
        "sort")
      #expect(tap.status == 0, "\(tap.error)")
      #expect(tap.output.hasPrefix("1..4\nok 1 - File: /etc/app.conf: exists: matches expectation: true\n"))
      let missing = try await program("goss", "--image", "dir:root", "-g", "goss.yaml", "validate")
      #expect(missing.status == 78)
      #expect(
        missing.output.hasPrefix(
          #"Error: template: test:4:30: executing "test" at <.Vars.port>: map has no entry for key "port""#),
        "\(missing.output)")
      let format = try await program(
        "goss", "--image", "dir:root", "-g", "goss.yaml", "--vars", "vars.yaml", "validate", "-f", "nope")
      #expect(format.status == 1)
      #expect(format.output == "Error: bad output format: nope\n")
      let served = try await program("goss", "serve")
      #expect(served.status == 1)
      #expect(served.error.contains("`goss serve` is not taken over"))
    }
  }

  @Test func `render writes the merged file`() async throws {
    try await Program.with(Self.files) { program in
      let answer = try await program("goss", "-g", "goss.yaml", "--vars", "vars.yaml", "render")
      #expect(answer.status == 0, "\(answer.error)")
      #expect(
        answer.output == """
          file:
              /etc/app.conf:
                  exists: true
                  contents:
                      - port = 8080
          user:
              app:
                  exists: true
                  shell: /bin/false

          """)
    }
  }
}
