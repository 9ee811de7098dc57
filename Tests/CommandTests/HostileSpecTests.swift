import Host
import Support
import Testing

/// Images and specs made in malice: each gets a verdict in a moment and within bounds, and nothing outside the image is read.
@Suite(.timeLimit(.minutes(5)))
struct HostileSpecTests {
  private static let script = #"""
    mkdir -p root/etc
    truncate -s 1T root/etc/giant
    mkfifo root/etc/pipe
    ln -s ../../../../../../../../etc/hostname root/etc/out
    ln -s loop-b root/etc/loop-a; ln -s loop-a root/etc/loop-b
    head -c 1000000 /dev/zero | tr '\0' '[' >root/etc/deep.json
    { printf '['; yes 0, | head -n 2000000; printf '0]'; } >root/etc/many.json
    yes '[[t]]' | head -n 2000000 >root/etc/many.toml
    yes '[s]' | head -n 2000000 >root/etc/many.ini
    { echo '<a>'; yes '<b/>' | head -n 2000000; echo '</a>'; } >root/etc/many.xml
    yes '<a>' | head -n 100000 >root/etc/deep.xml
    head -c 20000000 /dev/zero | tr '\0' ' ' >root/etc/large.json
    { echo 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
      for level in 1 2 3 4 5 6 7 8 9; do
        last="*a$((level - 1))"
        echo "a$level: &a$level [$last, $last, $last, $last, $last, $last, $last, $last, $last, $last]"
      done; } >root/etc/bomb.yaml
    { head -c 200000 /dev/zero | tr '\0' 'a'; echo '!'; } >root/etc/text
    """#

  private static let spec = #"""
    files:
      /etc/giant: {size: 1099511627776, contents: [x], sha256: "\#(String(repeating: "0", count: 64))", json: {a: 1}}
      /etc/pipe: {contents: [x]}
      /etc/out: {contents: [x]}
      /etc/loop-a: {contents: [x]}
      /etc/deep.json: {json: {a: 1}}
      /etc/many.json: {json: {a: 1}}
      /etc/many.toml: {toml: {a: 1}}
      /etc/many.ini: {ini: {a: 1}}
      /etc/many.xml: {xml: {a: 1}}
      /etc/deep.xml: {xml: {a: 1}}
      /etc/large.json: {json: {a: 1}}
      /etc/bomb.yaml: {yaml: {a: 1}}
      /etc/text: {contents: ["/^(a+)+$/", "/(a|aa)*b/", "!/^(a|a?)+!$/"]}
      /etc/*: {total-size: {gt: 1099511627776}}
    secrets: {count: 0}

    """#

  @Test func `exceptions with many open folders are looked through in a moment`() async throws {
    let path = String(repeating: "/a", count: 60)
    let exception = String(repeating: "/**/a", count: 25)
    let spec = "files: {\(path)/*: {count: 0, except: [\(exception)/zz]}, \(path)/z: {exists: true}}\n"
    try await Program.with(["a.spec.yaml": spec]) { program in
      let answer = try await program("spec", "lint", "a.spec.yaml")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
    }
  }

  @Test func `an image in malice is judged in a moment and within bounds`() async throws {
    try await Program.with(["a.spec.yaml": Self.spec]) { program in
      let made = try await Command(["sh", "-euc", Self.script], workingDirectory: program.folder).output()
      #expect(made.termination == .exited(0))
      var program = program
      program.wrapper = ["prlimit", "--as=\(4 << 30)", "--cpu=60"]
      let answer = try await program("verify", "dir:root", "--spec", "a.spec.yaml")
      #expect(answer.status == 1, "\(answer.error)")
      for words in [
        "`/etc/giant` is larger than 256 MiB, its contents are not read",
        "`/etc/pipe` is a pipe, it has no contents",
        "`/etc/out` is a link to `../../../../../../../../etc/hostname`, where no file is",
        "/etc/loop-a", "/etc/deep.json` is no JSON: on line 1, column 1001,",
        "`/etc/many.json` holds more than 1000000 values",
        "`/etc/many.toml` is no TOML: on line 1000001, column 1, there are more than 1000000 tables and values",
        "`/etc/many.ini` holds more than 1000000 values",
        "`/etc/many.xml` is not read as XML: on line 1000001, column 1, there are more than 1000000 elements",
        "`/etc/deep.xml` is not read as XML: on line 129, column 1, elements are nested more than 128 deep",
        "`/etc/large.json` is larger than 16 MiB", "`/etc/bomb.yaml` is no YAML: on line 6",
        "`contents` has no line",
      ] { #expect(answer.output.contains(words), "\(words): \(answer.output)") }
    }
  }

  @Test(arguments: [
    (#"files: {/x: {contents: ["/((a{100}){100}){100}/"]}}"#, "a.spec.yaml:1:26"),
    (
      "files: {/x: {contents: {match-regexp: '" + String(repeating: "(", count: 5000) + "'}}}",
      "a.spec.yaml:1:"
    ),
    (
      "x-a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + (1...9).map { level in
          let last = level == 1 ? "*a" : "*a\(level - 1)"
          return "x-\(level): &a\(level) [\([String](repeating: last, count: 10).joined(separator: ", "))]\n"
        }.joined() + "files: {/x: {exists: true}}\n", "a.spec.yaml:"
    ),
    ("files: {/x: {contents: " + String(repeating: "[", count: 100_000), "a.spec.yaml:1:"),
    ("include: a.spec.yaml\nfiles: {/x: {exists: true}}", "includes itself"),
  ])
  func `a spec in malice is a fault with its place`(spec: String, says: String) async throws {
    try await Program.with(["a.spec.yaml": spec, "root/x": ""]) { program in
      var program = program
      program.wrapper = ["prlimit", "--as=\(4 << 30)", "--cpu=60"]
      let answer = try await program("verify", "dir:root", "--spec", "a.spec.yaml")
      #expect(answer.status == 1, "\(answer.output)")
      #expect((answer.output + answer.error).contains(says), "\((answer.output + answer.error).prefix(2000))")
    }
  }
}
