import Diagnostics
import Drafting
import Expectation
import Image
import Source
import Support
import Testing

/// What `spec init` writes.
@Suite struct SpecProposalTests {
  private static let base: [LayerEntry] = [
    .file("etc/passwd", "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1::/:/bin/false\n"),
    .file("etc/group", "root:x:0:\ndaemon:x:1:\n"), .file("usr/bin/su", mode: 0o4755),
    .file("var/lib/dpkg/status", "Package: base-files\nStatus: install ok installed\nVersion: 12\n\n"),
    .file("etc/base.conf", "base\n"),
  ]
  private static let added: [LayerEntry] = [
    .file(
      "etc/passwd",
      "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1::/:/bin/false\napp:x:999:999::/srv:/usr/sbin/nologin\n"),
    .file("etc/group", "root:x:0:\ndaemon:x:1:\napp:x:999:\n"),
    .file(
      "var/lib/dpkg/status",
      "Package: base-files\nStatus: install ok installed\nVersion: 12\n\nPackage: nginx\nStatus: install ok installed\nVersion: 1.22\n\n"
        + "Package: libfoo\nStatus: install ok installed\nVersion: 2\n\nPackage: gone\nStatus: deinstall ok config-files\nVersion: 3\n"
    ),
    .file("var/lib/apt/extended_states", "Package: libfoo\nArchitecture: amd64\nAuto-Installed: 1\n"),
    .file("var/lib/dpkg/info/nginx.list", "/.\n/etc/nginx\n/etc/nginx/nginx.conf\n/usr/sbin/nginx\n"),
    .file("etc/nginx/nginx.conf", "http {}\n"), .file("usr/sbin/nginx", mode: 0o755),
    .file("etc/app/app.conf", "port = 8080\n", mode: 0o640, group: 999), .file("etc/machine-id", "c0ffee\n"),
    .file("var/log/dpkg.log", "installed\n"), .file("opt/app/run", mode: 0o755),
    .file("etc/odd [name].conf", "odd\n"),
    .link("etc/systemd/system/multi-user.target.wants/app.service", "/lib/systemd/system/app.service"),
    .link("usr/local/bin/app", "/opt/app/run"),
  ]

  private static func settings(_ configuration: inout ImageConfiguration) {
    configuration.user = "app"
    configuration.entrypoint = ["/opt/app/run", "--serve"]
    configuration.exposedPorts = ["8080/tcp"]
    configuration.environment = [
      "PATH=/usr/bin:/bin", "API_TOKEN=Zm9vYmFyMTIz", "SLASHES=/opt/", "TEMPLATE=${{ inputs.q }}",
    ]
    configuration.labels = [
      "org.opencontainers.image.title": "app", "org.opencontainers.image.created": "2024-09-04T00:00:00Z",
      "commit": "0123456789abcdef0123456789abcdef01234567",
    ]
  }

  private func onImage(_ test: (LayeredImageView) async throws -> Void) async throws {
    try await LayeredImage.with([Self.base, Self.added], Self.settings, test)
  }

  private func text(_ view: LayeredImageView, budget: Int = SpecProposal.defaultBudget) throws -> String {
    OvenproofWriter(try SpecProposal(of: ImageSearch(view), budget: budget).draft()).text
  }

  @Test func `It tells what the layers above the base brought, and nothing that each build changes`()
    async throws
  {
    try await onImage { view in
      let body = try text(view).split(separator: "\n", omittingEmptySubsequences: false).drop {
        $0.hasPrefix("#")
      }
      #expect(
        body.joined(separator: "\n") == """

          # Left out as secrets: API_TOKEN. An image keeps them for everybody.
          image:
            user: app
            entrypoint: [/opt/app/run, "--serve"]
            exposed-ports: {consist-of: [8080/tcp]}
            volumes: {have-len: 0}
            env: {PATH: /usr/bin:/bin, SLASHES: {equal: /opt/}, TEMPLATE: "$${{ inputs.q }}"}
            labels: {org.opencontainers.image.title: app}

          users:
            app: {home: /srv, shell: /usr/sbin/nologin, groups: [app]}

          packages:
            nginx: {installed: true}

          files:
            "/**":
              except: [/usr/bin/su]
              setuid: false
              setgid: false
              capabilities: {have-len: 0}
              world-writable: false
            /etc/app/app.conf: {mode: "0640", group: app}
            "/etc/odd \\\\[name].conf": {mode: "0644"}
            /etc/systemd/system/multi-user.target.wants/app.service: {type: symlink}
            /opt/app/run: {mode: "0755"}
            /usr/bin/su: {mode: "4755"}
            /usr/local/bin/app: {target: /opt/app/run}

          """)
    }
  }

  @Test func `It holds of its image at once`() async throws {
    try await onImage { view in
      let file = SourceFile(FileID("a.spec.yaml"), bytes: Array(try text(view).utf8))
      let (spec, diagnostics) = SpecFile.read(file)
      #expect(diagnostics.map(\.message) == [])
      let outcomes = spec.outcomes(in: ImageSearch(view), commands: [:])
      #expect(outcomes.count > 12)
      #expect(outcomes.filter { $0.verdict != .passed }.map(\.id) == [])
    }
  }

  @Test(arguments: [1, 5, 9, 14])
  func `It keeps to its budget, and says what it left behind`(budget: Int) async throws {
    try await onImage { view in
      let draft = try SpecProposal(of: ImageSearch(view), budget: budget).draft()
      #expect(draft.count <= budget)
      #expect(draft.header.contains { $0.contains("`--budget` raises the limit of \(budget) assertions") })
    }
  }

  @Test func `A program that gains rights later is a failure`() async throws {
    let text = try await proposed(with: [])
    for (entry, property) in [
      (LayerEntry.file("usr/bin/new", mode: 0o4755), "setuid"),
      (LayerEntry.file("usr/bin/new", mode: 0o2755), "setgid"),
      (LayerEntry.file("srv/open", mode: 0o666), "world-writable"),
    ] {
      try await LayeredImage.with([Self.base, Self.added, [entry]], Self.settings) { view in
        let spec = SpecFile.read(SourceFile(FileID("a.spec.yaml"), bytes: Array(text.utf8))).spec
        let red = spec.outcomes(in: ImageSearch(view), commands: [:]).filter { !$0.verdict.isGreen }
        #expect(red.map(\.id) == ["files:/**:\(property)"])
      }
    }
  }

  @Test func `More exceptions than people read leave a guard out`() async throws {
    let many = (1...30).map { LayerEntry.file("opt/open\($0)", mode: 0o666) }
    let text = try await proposed(with: many)
    #expect(
      text.contains(
        "\"/**\": {except: [/usr/bin/su], setuid: false, setgid: false, capabilities: {have-len: 0}}")
    )
  }

  /// The spec that is proposed for the image with a layer more.
  private func proposed(with layer: [LayerEntry]) async throws -> String {
    var written = ""
    let layers = [Self.base, Self.added] + (layer.isEmpty ? [] : [layer])
    try await LayeredImage.with(layers, Self.settings) { written = try text($0) }
    return written
  }

  @Test func `A folder with many files is asserted as a folder`() async throws {
    let many = (1...20).map { LayerEntry.file("opt/data/f\($0)") }
    try await LayeredImage.with([Self.base, many]) { view in
      let text = try text(view)
      #expect(text.contains("/opt/data: {type: directory, mode: \"0755\"}"), "\(text)")
      #expect(!text.contains("/opt/data/f"))
    }
  }

  @Test func `A guard with too many exceptions is left out aloud`() async throws {
    let programs = (0..<25).map { LayerEntry.file("bin/p\($0)", mode: 0o4755) }
    try await LayeredImage.with([programs]) { view in
      let text = try text(view)
      #expect(text.contains("# `setuid` is not guarded: 25 paths have it now.\n"), "\(text)")
      #expect(text.contains("\"/**\": {setgid: false, "), "\(text)")
    }
  }

  @Test func `No secret of the configuration is written down`() async throws {
    let token = "ghp" + "_aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"
    try await LayeredImage.with(
      [Self.base],
      { configuration in
        configuration.entrypoint = ["/bin/app", "--token=\(token)"]
        configuration.command = ["curl", "-u", "x", "PGPASSWORD=hunter2hunter"]
        configuration.volumes = ["/\(token)"]
        configuration.labels = [ExactText(token): "x"]
      }
    ) { view in
      let text = try text(view)
      #expect(!text.contains(token) && !text.contains("hunter2"), "\(text)")
      #expect(text.contains("# Left out as secrets: entrypoint, cmd, volumes, <sensitive>."), "\(text)")
      #expect(text.contains("exposed-ports: {have-len: 0}"), "\(text)")
    }
  }
}
