import Host
import Support
import Testing

/// What reports of specs say of an image that holds secrets.
@Suite struct ConcealedReportTests {
  private static let token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"
  private static let secrets = [token, "hunter2", "s3cr3t-w0rd", "abc-1234", "S4LT-and-pepper"]

  private static let files = [
    "root/etc/app.conf":
      "url = https://ann:s3cr3t-w0rd@git.internal/x\npassword = hunter2\nkey: \(token)\n",
    "config.json": """
    {"architecture": "amd64", "os": "linux", "config": {
      "Env": ["PATH=/bin", "GITHUB_TOKEN=\(token)", "DB_PASSWORD=S4LT-and-pepper"], "Labels": {"api-key": "S4LT-and-pepper"}},
     "rootfs": {"type": "layers", "diff_ids": ["sha256:DIGEST"]},
     "history": [{"created_by": "RUN |1 NPM_TOKEN=abc-1234 /bin/sh -c npm ci"}]}
    """,
    "manifest.json": #"[{"Config": "config.json", "RepoTags": ["x:1"], "Layers": ["layer.tar"]}]"#,
    "make": """
    tar -C root -cf layer.tar .
    sed -i "s/DIGEST/$(sha256sum <layer.tar | cut -c1-64)/" config.json
    tar -cf image.tar manifest.json config.json layer.tar
    """,
    "own.spec.yaml": """
    image:
      env: {not: {have-key: GITHUB_TOKEN}}
      labels: {api-key: x}
      history: ["!/TOKEN/"]
    files: {/etc/app.conf: {contents: ["url = x", "!/url/", "password = x", "key: x"]}}
    """,
    "names.spec.yaml": "image: {env: {GITHUB_TOKEN: x, DB_PASSWORD: x}}\n",
    "goss.yaml":
      "file: {/etc/app.conf: {exists: true, contents: [\"!/url/\", \"!/password/\", \"!/key/\"]}}\n",
    "cst.yaml": """
    schemaVersion: 2.0.0
    fileContentTests: [{name: a, path: /etc/app.conf, expectedContents: [x], excludedContents: [url, password]}]
    metadataTest: {envVars: [{key: GITHUB_TOKEN, value: x}, {key: DB_PASSWORD, value: x}]}
    """,
  ]

  @Test(arguments: [
    "text", "json", "junit", "sarif", "html", "github", "gitlab", "checkstyle", "rdjson", "markdown", "tap",
  ])
  func `no format shows a secret of the image`(_ format: String) async throws {
    try await Program.with(Self.files) { program in
      let made = try await Command(["sh", "-e", "make"], workingDirectory: program.folder).output()
      try #require(made.termination == .exited(0), "\(String(decoding: made.error, as: UTF8.self))")
      for spec in ["own.spec.yaml", "names.spec.yaml", "goss.yaml", "cst.yaml"] {
        let answer = try await program("verify", "image.tar", "--spec", spec, "--format", format)
        #expect(answer.status == 1, "\(spec): \(answer.error)")
        for secret in Self.secrets {
          #expect(!answer.output.contains(secret), "\(spec): \(secret): \(answer.output)")
        }
        guard spec == "own.spec.yaml" else { continue }
        let mark = ["<sensitive>", "&lt;sensitive&gt;", "%3Csensitive%3E", #"\<sensitive\>"#].contains {
          answer.output.contains($0)
        }
        #expect(mark, "\(answer.output)")
      }
    }
  }

  @Test func `a record holds all places of secrets, the terminal the first`() async throws {
    let keys = (0..<1200).map { "AKIA\(String(1_000_000 + $0))ABCDEFGHI\n" }
    let files = [
      "root/etc/keys": keys.prefix(25).joined(), "many/etc/keys": keys.joined(),
      "s.spec.yaml": "secrets: {count: 0}\n",
    ]
    try await Program.with(files) { program in
      func lines(_ image: String, _ arguments: String...) async throws -> (count: Int, output: String) {
        let answer = try await program.run(["verify", "dir:\(image)", "--spec", "s.spec.yaml"] + arguments)
        #expect(answer.status == 1, "\(answer.error)")
        return (answer.output.split(separator: "an AWS access key").count - 1, answer.output)
      }
      let brief = try await lines("root")
      #expect(brief.count == 10 && brief.output.contains("… and 15 more, which `--verbose` shows"))
      let full = try await lines("root", "--verbose")
      #expect(full.count == 25 && !full.output.contains("more"))
      #expect(try await lines("root", "--format", "json").count == 25)
      let many = try await lines("many", "--format", "json")
      #expect(many.count == 1000 && many.output.contains("… and 200 more"))
    }
  }
}
