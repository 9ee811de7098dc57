import Expectation
import Goss
import Host
import Image
import Source
import Sprig
import Support
import Testing

/// What becomes of single assertions, in both ways to take goss's faults.
struct GossJudgingTests {
  /// A goss file, and the verdicts of its properties.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let strict: [Outcome.Verdict]
    let mended: [Outcome.Verdict]

    init(_ text: String, strict: [Outcome.Verdict], mended: [Outcome.Verdict]? = nil) {
      self.text = text
      self.strict = strict
      self.mended = mended ?? strict
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(
      "user: {fx: {exists: true, groups: {equal: [extra, fxgrp]}}}", strict: [.passed, .failed],
      mended: [.passed, .passed]),
    Case("file: {/opt/fx/text.txt/under: {exists: false}}", strict: [.failed], mended: [.passed]),
    Case(
      "file: {/opt/fx/longline.txt: {exists: true, contents: [aaa]}}", strict: [.passed, .failed],
      mended: [.passed, .passed]),
    Case("file: {/opt/fx/pipe: {exists: true, contents: [a]}}", strict: [.passed, .failed]),
    Case("file: {/opt/fx/loop-a: {exists: true, contents: [a]}}", strict: [.passed, .failed]),
    Case("file: {/nope: {exists: false, mode: x}}", strict: [.passed, .notApplicable]),
    Case("file: {/nope: {exists: true, mode: x}}", strict: [.failed, .blocked]),
    Case("port: {\"80\": {listening: true, ip: [x]}}", strict: [.undecided, .undecided]),
    Case("kernel-param: {net.ipv4.ip_forward: {value: \"1\"}}", strict: [.passed]),
    Case("kernel-param: {net.ipv6.none: {value: \"1\"}}", strict: [.undecided]),
    Case("command: {a: {exit-status: 0}}", strict: [.undecided]),
    Case("matching: {a: {content: 1, matches: {}}}", strict: [.failed]),
    Case("service: {cron: {enabled: true}, off: {enabled: true}}", strict: [.passed, .failed]),
    Case("service: {cron: {}}", strict: [.failed]),
    Case("service: {cron: {title: x, running: ~}}", strict: [.failed]),
    Case("service: {cron: {}, off: {enabled: false}}", strict: [.failed, .passed]),
    Case("service: {cron: {skip: true}, off: {enabled: false}}", strict: [.passed]),
    Case("file: {/etc/passwd: {}}", strict: [.failed]),
    Case("file: {/etc/passwd: {mode: \"0644\"}}", strict: [.failed, .blocked]),
    Case("command: {a: {}}", strict: [.failed]),
    Case("http: {\"http://a\": {body: [x]}}", strict: [.failed, .blocked]),
    Case("port: {\"80\": {}}", strict: [.failed]),
    Case("mount: {/proc: {opts: [rw]}}", strict: [.failed, .blocked]),
    Case("command: {a: {exit-status: {gt: 1, lt: 2}, stdout: [{a: b}]}}", strict: [.failed, .undecided]),
    Case("file: {/etc/passwd: {exists: true, contents: [\"/(/\"]}}", strict: [.passed, .failed]),
    Case(
      "matching: {a: {content: [a, b], matches: {not: {or: [{match-regexp: x}, {contain-element: a}]}}}}",
      strict: [.failed]),
  ])
  func `judges as goss does, or as the file means it`(_ example: Case) throws {
    var image = try GossImage.view()
    image.add(file: "/etc/sysctl.d/10-net.conf", "net/ipv4/ip_forward = 1\n")
    image.add(file: "/etc/init.d/cron", mode: 0o755, "")
    image.add(
      ImageEntry(path: "/etc/rc2.d/S01cron", kind: .symlink, mode: 0o777, target: "../init.d/cron"))
    for (compatibility, verdicts) in [
      (Compatibility.strict, example.strict), (.mended, example.mended),
    ] {
      let options = GossOptions(machine: .none, compatibility: compatibility)
      let file = SourceFile(FileID("goss.yaml"), bytes: Array(example.text.utf8))
      let spec = try GossFile.read(file, in: MemoryFileTree([:]), options).spec
      let outcomes = spec.outcomes(in: ImageSearch(image), commands: [:])
      #expect(outcomes.map(\.verdict) == verdicts, "\(outcomes.map(\.message))")
    }
  }

  @Test(arguments: [
    ("enabled", true), ("static", true), ("masked", false), ("disabled", false), ("absent", false),
    ("alias", true),
  ])
  func `tells what systemd would start`(_ name: String, _ isEnabled: Bool) throws {
    var image = MemoryImage()
    image.add(file: "/usr/bin/systemctl", mode: 0o755, "")
    let units = "/usr/lib/systemd/system"
    let install = "[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n"
    image.add(file: "\(units)/enabled.service", install)
    image.add(file: "\(units)/disabled.service", install)
    image.add(file: "\(units)/masked.service", install)
    image.add(file: "\(units)/static.service", "[Service]\nExecStart=/bin/true\n")
    func link(_ path: String, _ target: String) {
      image.add(
        ImageEntry(path: "/etc/systemd/system/\(path)", kind: .symlink, mode: 0o777, target: target))
    }
    link("multi-user.target.wants/enabled.service", "\(units)/enabled.service")
    link("masked.service", "/dev/null")
    link("alias.service", "\(units)/enabled.service")
    let text = "service: {\(name): {enabled: true}}"
    let file = SourceFile(FileID("goss.yaml"), bytes: Array(text.utf8))
    let options = GossOptions(machine: .none, compatibility: .strict)
    let spec = try GossFile.read(file, in: MemoryFileTree([:]), options).spec
    let outcomes = spec.outcomes(in: ImageSearch(image), commands: [:])
    #expect(outcomes.map(\.verdict) == [isEnabled ? .passed : .failed])
  }

  @Test func `a template that does too much is refused`() throws {
    let text =
      "{{range $i := until 60000}}{{range $j := until 60000}}{{end}}{{end}}file: {/a: {exists: true}}"
    let file = SourceFile(FileID("goss.yaml"), bytes: Array(text.utf8))
    let options = GossOptions(machine: .none, compatibility: .strict)
    #expect(throws: GossFault.self) { try GossFile.read(file, in: MemoryFileTree([:]), options) }
  }
}
