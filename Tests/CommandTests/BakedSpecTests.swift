import Host
import Support
import Testing

/// Specs at the end of a bake: what made a file, and how the image differs from an approved one.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct BakedSpecTests {
  private static let tag = #"{"type": "docker-tag", "repository": "localhost/greeter", "tags": ["1"]}"#

  private static let template = #"""
    {
      "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
      "provisioners": [
        {"type": "file", "source": "site", "destination": "/srv"},
        {"type": "shell", "inline": ["echo hello > /etc/motd"]},
        {"type": "shell", "inline": ["x=/opt; echo late > $x; echo hello >> /etc/motd; chmod 700 /srv"]}
      ],
      "post-processors": [[\#(tag), {"type": "docker-save", "path": "greeter.tar"}]]
    }
    """#

  private static let spec = """
    files:
      /etc/motd: {mode: "0600", severity: warning}
      /srv/index.html: {contents: [goodbye], severity: warning}
      /opt: {exists: false, severity: warning}
      /bin/busybox: {mode: "0000", severity: warning}
      /etc: {type: directory}
      /srv/**: {mode: "0000", severity: warning}

    """

  private static let words = [
    "layer 2 of 2 has put it there: build `docker` of machine.json",
    "its step provision-3 (shell, machine.json:6:5) changes it",
    "its step provision-1 (file, machine.json:4:5) uploads /srv, in which it lies",
    "none of its steps names it: provision-1 (file, machine.json:4:5), provision-2 (shell, machine.json:5:5), provision-3",
    "layer 1 of 2 has put it there", "(layer 2, provision-1)",
  ]

  @Test func `the step behind a file is told, while baking and wherever the image goes`() async throws {
    let files = [
      "machine.json": Self.template, "machine.spec.yaml": Self.spec, "site/index.html": "hello\n",
    ]
    try await Program.withBase(files) { program in
      let baked = try await program("test", "machine.json", "--report", "json:record.json")
      #expect(baked.status == 0, "\(baked.output)\(baked.error)")
      let record = try await program("report", "record.json", "--format", "json")
      for (image, format) in [
        ("localhost/greeter:1", "text"), ("localhost/greeter:1", "json"), ("greeter.tar", "text"),
      ] {
        let answer = try await program(
          "verify", image, "--spec", "machine.spec.yaml", "--format", format)
        for words in Self.words { #expect(answer.output.contains(words), "\(words): \(answer.output)") }
      }
      for words in Self.words {
        #expect(baked.output.contains(words), "\(words): \(baked.output)")
        #expect(record.output.contains(words), "\(words): \(record.output)")
      }
    }
  }

  @Test func `the resource of a recipe behind a file is told, with its line`() async throws {
    let template = #"""
      {
        "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
        "provisioners": [
          {
            "type": "chef-solo", "cookbook_paths": ["cookbooks"], "run_list": ["app"], "prevent_sudo": true,
            "skip_install": true, "execute_command": "echo converged > /etc/app.conf"
          }
        ]
      }
      """#
    let files = [
      "machine.json": template, "machine.spec.yaml": "files: {/etc/app.conf: {size: 1, severity: info}}\n",
      "cookbooks/app/metadata.rb": "name 'app'\nversion '1.0.0'\n",
      "cookbooks/app/recipes/default.rb": "\nfile '/etc/app.conf' do\n  content 'x'\nend\n",
    ]
    try await Program.withBase(files) { program in
      let baked = try await program("test", "machine.json")
      #expect(
        baked.output.contains("makes it: file[/etc/app.conf], cookbooks/app/recipes/default.rb:2:1"),
        "\(baked.output)\(baked.error)")
    }
  }

  /// A template on top of the first image, so that it and the approved one have several layers.
  private static func next(_ inline: String) -> String {
    """
    {
      "builders": [{"type": "docker", "image": "localhost/greeter:1", "pull": false, "commit": true}],
      "provisioners": [{"type": "shell", "inline": ["\(inline)"]}]
    }
    """
  }

  @Test func `an image is compared with the approved one at the end of its bake`() async throws {
    let files = [
      "machine.json": Self.template, "site/index.html": "hello\n",
      "same.json": Self.next("mkdir -p /var/log; echo x > /var/log/build.log"),
      "other.json": Self.next("rm /etc/motd; chmod 755 /srv; echo new > /etc/new; mkdir -p /var/log"),
      "same.spec.yaml":
        #"diff: {image: "localhost/greeter:1", except: [/var, "/var/**"], added: 0, changed: 0, removed: 0}"#
        + "\n",
      "other.spec.yaml":
        #"diff: {image: "localhost/greeter:1", except: [/var, "/var/**", /etc], added: 0, changed: {lt: 1}, removed: 0}"#
        + "\n",
      "absent.json": Self.next("true"), "absent.spec.yaml": "diff: {image: localhost/absent:1}\n",
    ]
    try await Program.withBase(files) { program in
      let approved = try await program("build", "machine.json")
      #expect(approved.status == 0, "\(approved.output)\(approved.error)")
      let same = try await program("test", "same.json")
      #expect(same.status == 0, "\(same.output)\(same.error)")
      let other = try await program("test", "other.json")
      #expect(other.status == 1, "\(other.error)")
      for words in [
        "`added` is 1, not 0", "/etc/new (layer 3)", "`removed` is 1, not 0", "/etc/motd",
        "`changed` is 1, expected < 1", "/srv: mode (layer 3)",
      ] { #expect(other.output.contains(words), "\(words): \(other.output)") }
      let absent = try await program("test", "absent.json")
      #expect(absent.status == 3, "\(absent.output)")
      #expect(absent.output.contains("cannot tell: "), "\(absent.output)")
      #expect(try await program.leftovers() == "")
    }
  }
}
