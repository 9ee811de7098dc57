import Glibc
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

  @Test func `the program is goss under that name`() async throws {
    try await Program.with(Self.files) { program in
      let link = program.folder + "/goss"
      try #require(symlink(Program.path, link) == 0)
      var program = program
      program.executable = link
      let answer = try await program(
        "--image", "dir:root", "-g", "goss.yaml", "--vars", "vars.yaml", "v", "-f", "nagios")
      #expect(answer.status == 0, "\(answer.error)")
      #expect(answer.output.hasPrefix("GOSS OK - Count: 4, Failed: 0, Skipped: 0"), "\(answer.output)")
      let version = try await program("--version")
      #expect(version.output.hasPrefix("goss version 0.4.9"), "\(version.output)")
      let word = try await program("lint")
      #expect(word.status == 3)
      #expect(word.error.contains("goss has no command `lint`"), "\(word.error)")
    }
  }

  @Test func `goss's variables say what its switches say, and the switches win`() async throws {
    let files = Self.files.merging(["fail.yaml": "file: {/nope: {exists: true}}\n"]) { _, new in new }
    try await Program.with(files) { program in
      var program = program
      program.environment = [
        "OVENPROOF_IMAGE": "dir:root", "GOSS_FILE": "goss.yaml", "GOSS_VARS": "vars.yaml", "GOSS_FMT": "json",
        "GOSS_FMT_OPTIONS": "pretty,sort", "GOSS_COLOR": "1", "GOSS_MAX_CONCURRENT": "1",
      ]
      let good = try await program("goss", "validate")
      #expect(good.status == 0, "\(good.error)")
      #expect(good.output.hasPrefix("{\n    \"results\": [\n"), "\(good.output)")
      program.environment["GOSS_VARS_INLINE"] = "{port: 1}"
      #expect(try await program("goss", "validate").status == 1)
      let inline = try await program(
        "goss", "--vars-inline", "{port: 8080}", "validate", "-f", "tap", "--no-color")
      #expect(inline.status == 0 && inline.output.hasPrefix("1..4\nok 1"), "\(inline.output)")
      program.environment["GOSS_FILE"] = "fail.yaml"
      program.environment["GOSS_FMT"] = "rspecish"
      #expect(try await program("goss", "validate").output.hasPrefix("\u{1B}[31mF\u{1B}[0m"))
      program.environment["GOSS_LOGLEVEL"] = "LOUD"
      let level = try await program("goss", "validate")
      #expect(level.status == 1 && level.output.contains("Unsupported log level: LOUD"), "\(level.output)")
      program.environment["GOSS_SLEEP"] = "9223372036854775808ns"
      let sleep = try await program("goss", "validate")
      #expect(sleep.status == 1)
      #expect(sleep.error.contains("`9223372036854775808ns` is no length of time"), "\(sleep.error)")
    }
  }

  /// What goss 0.4.9 does with the same words and variables on a file that passes.
  @Test(arguments: [
    ("", "-f tap", Int32(0), "1..2\n"), ("", "-format=tap words behind", 0, "1..2\n"),
    ("", "words -f tap", 0, "1..2\n"), ("", "--color words -f tap", 0, "\u{1B}[32m"),
    ("", "--color --no-color", 0, "\u{1B}[32m"), ("", "--no-color=false -- -f tap", 0, "\n\nTotal"),
    ("", "--color=maybe", 1, ""), ("", "---f tap", 1, ""), ("", "-f json --format tap", 1, ""),
    ("", "--max-concurrent 0x2 -f tap", 0, "1..2\n"), ("", "--max-concurrent 99999999999999999999", 1, ""),
    ("", "-f", 1, ""), ("", "-f json_oneline", 1, "Error: bad output format: json_oneline\n"),
    ("", "-f --", 1, "Error: bad output format: --\n"), ("", "-g y", 1, ""),
    ("GOSS_COLOR=x", "", 1, ""), ("GOSS_NOCOLOR=x", "-h", 1, ""), ("GOSS_COLOR=", "-f tap", 0, "1..2\n"),
    ("GOSS_MAX_CONCURRENT=x", "", 1, ""), ("GOSS_MAX_CONCURRENT=", "", 1, ""), ("GOSS_SLEEP=", "", 1, ""),
    ("GOSS_FMT=", "", 1, "Error: bad output format: \n"),
    ("GOSS_FILE=", "", 78, "Error: unknown file extension: \n"),
    ("GOSS_LOGLEVEL=", "", 1, "Error: Unsupported log level: \n"),
    ("GOSS_FMT_OPTIONS=pretty", "-f json -o sort", 0, #"{"results":[{"#),
    ("GOSS_FMT_OPTIONS=x, pretty ", "-f json", 0, "{\n    \"results\": [\n"),
  ])
  func `refuses of its command line what goss refuses`(
    _ variable: String, _ words: String, _ status: Int32, _ output: String
  ) async throws {
    try await Program.with(Self.files) { program in
      var program = program
      program.environment = ["OVENPROOF_IMAGE": "dir:root", "GOSS_FILE": "users.yaml"]
      if let split = variable.firstIndex(of: "=") {
        program.environment[String(variable[..<split])] = String(variable[split...].dropFirst())
      }
      let answer = try await program.run(
        ["goss", "validate"] + words.split(separator: " ").map(String.init))
      #expect(answer.status == status, "\(answer.output)\(answer.error)")
      #expect(output.isEmpty ? answer.output.isEmpty : answer.output.contains(output), "\(answer.output)")
    }
  }

  @Test func `variables of validate are nothing to render, and a negative time is over at once`() async throws
  {
    let added = ["fail.yaml": "file: {/nope: {exists: true}}\n", "d.yaml/x": ""]
    try await Program.with(Self.files.merging(added) { _, new in new }) { program in
      var program = program
      program.environment = ["OVENPROOF_IMAGE": "dir:root", "GOSS_SLEEP": "x"]
      #expect(try await program("goss", "-g", "users.yaml", "render").status == 0)
      program.environment["GOSS_SLEEP"] = nil
      let late = try await program("goss", "-g", "fail.yaml", "validate", "-r", "-1s", "-f", "silent")
      #expect(late.status == 3)
      #expect(late.output == "Error: timeout of -1s reached before tests entered a passing state\n")
      for (form, head) in [("tap", "\u{1B}[31mError: "), ("json", "Error: "), ("junit", "Error: ")] {
        let late = try await program(
          "goss", "-g", "fail.yaml", "validate", "-r", "1ns", "--color", "-f", form)
        #expect(late.output.contains("\n" + head), "\(late.output)")
      }
      #expect(try await program("goss", "help", "nope").status == 3)
      let folder = try await program("goss", "-g", "d.yaml", "validate")
      #expect(folder.status == 78 && folder.output == "Error: file error: read d.yaml: is a directory\n")
      #expect(try await program("goss", "-g", "a", "-gossfile", "b", "validate").status == 1)
    }
  }

  @Test(arguments: [
    ("file: {/etc/app.conf: {exists: true}}", Int32(0), "Count: 1, Failed: 0, Skipped: 0"),
    (#"{"file": {"/etc/app.conf": {"size": 24}}}"#, 1, "Missing required attribute"),
    ("gossfile: {users.yaml: {}}", 0, "Count: 2, Failed: 0"), ("", 78, "Error: found 0 tests, source: STDIN"),
    ("file: {/a: {exist: true}}", 78, "Error: invalid Attribute for File:/a: exist"),
    ("file: [", 78, "Error: unable to determine format from content"),
  ])
  func `the file may come from standard input`(_ text: String, _ status: Int32, _ word: String) async throws {
    try await Program.with(Self.files) { program in
      let answer = try await program("goss", "--image", "dir:root", "-g", "-", "validate", input: text)
      #expect(answer.status == status, "\(answer.output)\(answer.error)")
      #expect(answer.output.contains(word), "\(answer.output)")
    }
  }

  @Test func `tries again until the time is over`() async throws {
    let files = Self.files.merging(["fail.yaml": "file: {/nope: {exists: true}}\n"]) { _, new in new }
    try await Program.with(files) { program in
      let late = try await program(
        "goss", "--image", "dir:root", "-g", "fail.yaml", "validate", "-r", "700ms", "-s", "300ms", "-f",
        "silent")
      #expect(late.status == 3)
      let retries = late.output.matches(
        of: /Retrying in 300ms \(elapsed\/timeout time: \d\.\d{3}s\/700ms\)\n\n\n/)
      #expect((1...2).contains(retries.count), "\(late.output)")
      #expect(late.output.contains("Attempt #2:\n"))
      #expect(
        late.output.hasSuffix("Error: timeout of 700ms reached before tests entered a passing state\n"),
        "\(late.output)")
      let passing = try await program(
        "goss", "--image", "dir:root", "-g", "users.yaml", "validate", "--retry-timeout=1h", "--sleep=1h")
      #expect(passing.status == 0 && !passing.output.contains("Retrying"), "\(passing.output)")
    }
  }

  @Test func `says where goss errs, where something failed`() async throws {
    let spec =
      "user: {app: {exists: true, groups: {equal: [app]}}}\nfile: {/etc/app.conf/x: {exists: false}}\n"
    try await Program.with(Self.files.merging(["goss.yaml": spec]) { _, new in new }) { program in
      let strict = try await program("goss", "--image", "dir:root", "-g", "goss.yaml", "validate")
      #expect(strict.status == 1)
      #expect(strict.error.matches(of: /goss errs on [a-z]/).count == 2, "\(strict.error)")
      let mended = try await program(
        "goss", "--image", "dir:root", "--compat", "mended", "-g", "goss.yaml", "validate")
      #expect(mended.status == 0 && !mended.error.contains("goss errs"), "\(mended.error)")
    }
  }

  /// `Fixtures/goss/render/NAME.rendered` is what `goss render` of goss 0.4.9 wrote of the file beside it.
  @Test(arguments: try CaseFolder.files(in: "goss/render", endings: [".yaml", ".json"]))
  func `render writes what goss wrote`(file: CaseFolder.File) async throws {
    try await Program.with { program in
      let answer = try await program("goss", "-g", file.path, "render")
      #expect(answer.status == 0, "\(answer.error)")
      let expected = try CaseFolder.bytes(of: String(file.path.dropLast(5)) + ".rendered")
      #expect(answer.output == String(decoding: expected, as: UTF8.self))
    }
  }

  @Test func `render tells faults on standard error`() async throws {
    try await Program.with(["goss.yaml": "file: {/a: {exist: true}}\n"]) { program in
      let answer = try await program("goss", "-g", "goss.yaml", "render")
      #expect(answer.status == 1)
      #expect(answer.output.isEmpty)
      #expect(answer.error.contains("invalid Attribute for File:/a: exist"), "\(answer.error)")
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
