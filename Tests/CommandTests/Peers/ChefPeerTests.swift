import Glibc
import Host
import Support
import Testing

/// Run lists that a real chef-solo converges, baked by Packer with docker and by our engines: the same file system.
///
/// `OVENPROOF_CHEF_BASE` names the image that has it; `make test-chef` runs them.
@Suite(
  .enabled(
    if: ChefBase.image != nil
      && Machine.runs(
        .oracles, needing: "root, runc, packer, docker, dockerd and python3 (the trees that Packer bakes)",
        isThere: Machine.isRoot
          && ["runc", "packer", "docker", "dockerd", "python3"].allSatisfy(Machine.hasProgram))
  ),
  .serialized, ChefBase.trait, .timeLimit(.minutes(60)))
struct ChefPeerTests {
  static let cases = (try? Disk(workingDirectory: Repository.fixture("chef-bakes")).list(".")) ?? []

  // A stand-in that records what it is given keeps the settings there, which Packer lays out otherwise.
  private static let records = ["/var/log/recording-chef-solo/solo.rb "]

  /// All that may differ beside what differs of any bake: what Chef keeps of its own runs, with their times.
  private static let accepted =
    SameTreeTests.accepted + records + ["/var/chef", "/root/.chef", "/etc/chef", "/tmp/packer-chef-solo/"]

  @Test func `there are cases`() { #expect(Self.cases.count >= 2) }

  @Test(arguments: cases) func `every engine converges what Packer converges`(_ name: String) async throws {
    let place = "chef-bakes/" + name
    try await TemporaryFolder.with { folder in
      let theirs = try await Peer.current.bake(place, in: folder + "/theirs") { ["packer", "build", $0] }
      #expect(theirs.contains { $0.hasPrefix("/tmp/packer-chef-solo") })
      for engine in ["native", "docker"] {
        let ours = try await Peer.current.bake(place, in: folder + "/" + engine) {
          [Program.path, "build", "--quiet", "--engine", engine, $0]
        }
        #expect(judged(ours) == judged(theirs), "\(engine)")
      }
    }
  }

  @Test(arguments: cases) func `a rehearsal converges nothing, and finds no fault`(_ name: String)
    async throws
  {
    try await TemporaryFolder.with { folder in
      let place = folder + "/case"
      try await Peer.current.run(["cp", "-a", Repository.fixture("chef-bakes/" + name), place], in: "/")
      let before = try await state(of: place)
      let said = try await Peer.current.run(
        [Program.path, "build", "--dry-run", "--engine", "native", "machine.json"], in: place)
      #expect(said.contains("commit the container as an image: nothing of it can be rehearsed"), "\(said)")
      #expect(try await state(of: place) == before)
    }
  }

  /// All that a bake would leave: files beside the template, images and snapshots of ours.
  private func state(of place: String) async throws -> [String] {
    var state: [String] = []
    for words in [
      [
        "sh", "-c",
        "find . -exec stat -c '%n %A %u:%g %s %Y' {} + | sort; find . -type f -exec sha256sum {} + | sort",
      ],
      [Program.path, "image", "list"],
      // The keys alone: how old they are changes by itself.
      ["sh", "-c", "'\(Program.path)' image list --snapshots | cut -d ' ' -f 1"],
    ] { state.append(try await Peer.current.run(words, in: place)) }
    return state
  }

  private func judged(_ lines: [String]) -> [String] {
    lines.filter { line in !Self.accepted.contains { line.hasPrefix($0) } }.sorted()
  }
}

/// The image that has chef-solo.
private enum ChefBase {
  static let image = getenv("OVENPROOF_CHEF_BASE").map { String(cString: $0) }.flatMap {
    $0.isEmpty ? nil : $0
  }

  /// With that image as `chef-base:1`: taken in or pulled by us, and handed on to docker.
  static let trait = PeerTrait { peer, folder in
    let image = image ?? ""
    let isPath = Disk(workingDirectory: Repository.root).status(image) != nil
    if isPath {
      try await peer.run(
        [Program.path, "image", "import", image, "--as", "chef-base:1"], in: Repository.root)
    }
    let template = """
      {
        "builders": [{
          "type": "docker", "image": "\(isPath ? "chef-base:1" : image)", "pull": \(!isPath), "commit": true
        }],
        "post-processors": [[
          {"type": "docker-tag", "repository": "chef-base", "tags": ["1"]}, {"type": "docker-save", "path": "base.tar"}
        ]]
      }
      """
    try HostFile.write(Array(template.utf8), to: folder + "/base.json")
    try await peer.run([Program.path, "build", "--engine", "native", "base.json"], in: folder)
    try await peer.run(["docker", "load", "-i", "base.tar"], in: folder)
    return peer
  }
}
