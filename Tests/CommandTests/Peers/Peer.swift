import Host
import Support
import Testing

/// A docker daemon and a store of ours, each with the same base image, in which Packer and we bake the same templates.
struct Peer: Sendable {
  let environment: [String: String]
  /// Where the test account keeps its own store; empty where no bake is its.
  var homeOfAccount = ""

  @TaskLocal static var current = Peer(environment: [:])

  /// Bakes a case, a folder of the fixtures, in a folder of its own and returns the lines that tell of the image.
  func bake(
    _ place: String, in folder: String, as user: User = .root, _ words: (String) -> [String]
  ) async throws -> [String] {
    let template = "baked.json"
    let name = place.split(separator: "/").last ?? ""
    try await run(["cp", "-a", Repository.fixture(place), folder], in: "/")
    let text = String(
      decoding: try Disk(workingDirectory: folder).read("machine.json", limit: 1 << 20), as: UTF8.self)
    let posts = """
      {"type": "docker-tag", "repository": "bakes/\(name)", "tags": ["1"]}, {"type": "docker-save", "path": "image.tar"}
      """
    guard let end = text.lastIndex(of: "}") else {
      throw Script.Failure(description: "\(name) is no template")
    }
    try HostFile.write(
      Array((text[..<end] + ", \"post-processors\": [[\(posts)]]}").utf8), to: "\(folder)/\(template)")
    switch user {
    case .root: try await run(words(template), in: folder)
    case .account:
      // The files stay root's, as those of a checkout that the account may only read, but for what a case mounts.
      for path in [folder, folder + "/shared-folder"] where Disk(workingDirectory: "/").status(path) != nil {
        try TestAccount.own(path)
      }
      try await runAsAccount(words(template), in: folder)
    }
    let tree = try await run(
      ["python3", Repository.root + "/Tests/Oracles/image-tree.py", "image.tar"], in: folder)
    return tree.split(separator: "\n").map(String.init)
  }

  /// Whose bake it is.
  enum User: Sendable { case root, account }

  /// Makes a store of the test account's, with an image in it.
  func withAccount(in folder: String, importing tar: String, as name: String) async throws -> Peer {
    var peer = self
    peer.homeOfAccount = folder
    try HostFile.makeFolder(folder)
    // Where it lies, root alone may read it.
    try await run(["cp", tar, "base.tar"], in: folder)
    try TestAccount.own(folder)
    try await peer.runAsAccount([Program.path, "image", "import", "base.tar", "--as", name], in: folder)
    return peer
  }

  private func runAsAccount(_ words: [String], in folder: String) async throws {
    let variables = ["HOME=\(homeOfAccount)", "OVENPROOF_HOME=\(homeOfAccount)/store"]
    let account = ["setpriv", "--reuid", TestAccount.name, "--regid", TestAccount.name, "--clear-groups"]
    try await run(account + ["env", "--unset=XDG_RUNTIME_DIR"] + variables + words, in: folder)
  }

  @discardableResult
  func run(_ words: [String], in folder: String) async throws -> String {
    let output = try await Command(
      words, environment: .inherited(adding: environment), workingDirectory: folder, deadline: 300
    ).output()
    let said = String(decoding: output.output, as: UTF8.self)
    guard output.termination.succeeded else {
      throw Script.Failure(description: "\(words): \(said)\(String(decoding: output.error, as: UTF8.self))")
    }
    return said
  }
}

/// Brings the daemon and the store up once around a suite.
struct PeerTrait: SuiteTrait, TestScoping {
  let isRecursive = false
  /// Brings a base image into both; what it returns is what the suite works with.
  let base: @Sendable (Peer, _ folder: String) async throws -> Peer

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { folder in
      try await DockerDaemon.with { host in
        let peer = Peer(environment: [
          "DOCKER_HOST": host, "OVENPROOF_HOME": folder + "/home", "CHECKPOINT_DISABLE": "1",
          "PACKER_CONFIG_DIR": folder,
        ])
        try await Peer.$current.withValue(try await base(peer, folder)) { try await function() }
      }
    }
  }
}

extension Trait where Self == PeerTrait {
  /// With busybox as `tiny:1`.
  static var peer: Self {
    Self { peer, folder in
      let tar = try await Script.run("base-image", ["tiny"])
      try await peer.run(["docker", "import", tar, "tiny:1"], in: folder)
      try await peer.run([Program.path, "image", "import", tar, "--as", "tiny:1"], in: folder)
      guard SameTreeTests.hasAccount else { return peer }
      return try await peer.withAccount(in: folder + "/account", importing: tar, as: "tiny:1")
    }
  }
}
