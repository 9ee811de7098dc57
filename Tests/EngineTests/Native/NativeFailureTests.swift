import Glibc
import Host
import Image
import Support
import Testing

@testable import Engine

/// Machines and disks on which the native engine cannot work, and what it says then.
@Suite(.enabled(if: Candidate.all.contains(.native)), .serialized)
struct NativeFailureTests {
  @Test func `a disk that is full ends the build, and leaves nothing`() async throws {
    try await Self.withMount(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]) { (folder, mounted) async throws in
      let engine = try await Self.engine(folder, cache: mounted)
      let base = try await Self.base(in: engine)
      await ConformanceCase.expect(.noSpace) {
        try await engine.withContainer(from: base, ContainerSpec()) { (container) async throws in
          let told = try await container.tell("head -c 40000000 /dev/zero >/tmp/large; exit 0")
          Issue.record("the cut file went unnoticed: \(told)")
        }
      }
      try await engine.withContainer(from: base, ContainerSpec()) { (container) async throws in
        #expect(try await container.does("echo again") == "again\n")
      }
    }
  }

  @Test func `a disk too full for the base image says so`() async throws {
    try await Self.withMount(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]) { (folder, mounted) async throws in
      let engine = try await Self.engine(folder, cache: mounted)
      await ConformanceCase.expect(.noSpace) {
        let base = try await Self.base(in: engine)
        try await engine.withContainer(from: base, ContainerSpec()) { _ in }
      }
    }
  }

  @Test func `an upload larger than the disk says so`() async throws {
    try await Self.withMount(["-t", "tmpfs", "-o", "size=12m", "tmpfs"]) { (folder, mounted) async throws in
      let engine = try await Self.engine(folder, cache: mounted)
      let base = try await Self.base(in: engine)
      try HostFile.write([UInt8](repeating: 7, count: 20 << 20), to: folder + "/large")
      await ConformanceCase.expect(.noSpace) {
        try await engine.withContainer(from: base, ContainerSpec()) { (container) async throws in
          try await container.copyIn(path: folder + "/large", contentsOnly: false, to: "/tmp/large")
        }
      }
    }
  }

  @Test func `a folder on another overlay is refused with a way out`() async throws {
    try await TemporaryFolder.with { (folder) async throws in
      for name in ["l", "u", "w"] { try HostFile.makeFolder("\(folder)/\(name)") }
      let options = "lowerdir=\(folder)/l,upperdir=\(folder)/u,workdir=\(folder)/w"
      try await Self.withMount(["-t", "overlay", "-o", options, "overlay"]) {
        (folder, mounted) async throws in
        let engine = try await Self.engine(folder, cache: mounted)
        let base = try await Self.base(in: engine)
        do {
          try await engine.withContainer(from: base, ContainerSpec()) { _ in }
          Issue.record("nothing was refused")
        } catch let error as EngineError {
          #expect(error.kind == .unavailable)
          #expect(error.help?.contains("OVENPROOF_HOME") == true)
        }
      }
    }
  }

  @Test func `more layers than the options' page could name in full are mounted`() async throws {
    try await TemporaryFolder.with { (folder) async throws in
      let engine = try await Self.engine(folder, cache: folder + "/cache")
      var image = try engine.stored(try await Self.base(in: engine))
      try HostFile.makeFolder(folder + "/layer/tmp")
      for number in 0..<70 {
        let file = "\(folder)/layer/tmp/\(number)"
        try HostFile.write([65], to: file)
        let layer = try engine.store.addLayer(FolderLayerWriter(marks: .none), folder: folder + "/layer")
        image = try engine.store.commit(
          onto: image, layer: layer, configuration: image.configuration, as: nil)
        HostFile.remove(file)
      }
      let last = EngineImage(id: "\(image.digest)", name: nil)
      try await engine.withContainer(from: last, ContainerSpec()) { (container) async throws in
        #expect(try await container.does("ls /tmp | wc -l") == "70\n")
      }
    }
  }

  private static func engine(_ folder: String, cache: String) async throws -> NativeEngine {
    try await NativeEngine.open(
      folders: Folders(data: folder + "/data", cache: cache), environment: HostEnvironment.current(),
      executable: Candidate.executable)
  }

  private static func base(in engine: NativeEngine) async throws -> EngineImage {
    try await engine.importFileSystem(try await Script.run("base-image", ["tiny"]), changes: [], as: nil)
  }

  /// Mounts something in a folder of its own for as long as `body` runs.
  private static func withMount(
    _ arguments: [String], _ body: (_ folder: String, _ mounted: String) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { (folder) async throws in
      let place = folder + "/mounted"
      try HostFile.makeFolder(place)
      let mounting = try await Command(["mount"] + arguments + [place]).output()
      try #require(mounting.termination.succeeded)
      do {
        try await body(folder, place)
      } catch {
        umount2(place, Int32(MNT_DETACH))
        throw error
      }
      umount2(place, Int32(MNT_DETACH))
    }
  }
}
