import Host
import Image
import Testing

@testable import Engine

@Suite struct ChildRequestTests {
  private let process = ProcessIdentity(number: 42, start: 77)

  @Test func `a request to run a program comes back from its arguments`() {
    let request = RunRequest(
      container: process, report: "/r/1", user: "app:logs", workingDirectory: "/srv/a b",
      capabilities: CapabilitySet(mask: 0xA804_25FB), isFiltered: true,
      hasTerminal: true, arguments: ["/bin/sh", "-c", "echo --report x", "--", ""])
    #expect(RunRequest(ChildOptions(request.options.arguments[...])) == request)
  }

  @Test func `a request to start a container comes back from its arguments`() {
    let request = StartRequest(
      scratch: Scratch(path: "/s"), name: "n", walls: .runc("/usr/sbin/runc"), runtimeState: "/state",
      report: "/r/start",
      volumes: ["/data", "--name"], layers: ["/l/1", "/l/2"])
    #expect(StartRequest(ChildOptions(request.options.arguments[...])) == request)
  }

  @Test(arguments: [
    LayerWork.prepare(image: Digest(of: [1]), upper: "/s/u"), .tidy,
    .keep(upper: "/s/u", onto: Digest(of: [2]), latest: nil),
    .keep(upper: "/s/u", onto: Digest(of: [2]), latest: 1_700_000_000),
  ])
  func `a request for layers comes back from its arguments`(_ work: LayerWork) throws {
    let request = LayerRequest(
      folders: Folders(data: "/d", cache: "/c"),
      identities: try #require(IdentityMap("0:1000:1,1:100000:65536/0:100:1")), report: "/r/3", work: work)
    #expect(LayerRequest(ChildOptions(request.options.arguments[...])) == request)
  }

  @Test(arguments: [
    FileRequest.Work.read(path: "/etc/passwd", limit: 12),
    .fetch(path: "/etc/passwd", file: "/x"),
    .place(source: "/a", .init(folder: "/tmp", name: "--a", mode: 0o640, modified: 12)),
    .put(source: "/a", contentsOnly: true, destination: "/b"),
    .put(source: "-", contentsOnly: false, destination: "--read"), .unpack(folder: "/"),
    .export(path: "/x.tar"),
    .signal(stop: true), .signal(stop: false),
  ])
  func `a request for files comes back from its arguments`(_ work: FileRequest.Work) {
    let request = FileRequest(container: process, report: "/r/2", work: work)
    #expect(FileRequest(ChildOptions(request.options.arguments[...])) == request)
  }

  @Test func `arguments that nobody asked for are left to the program`() {
    #expect(NativeEngineChild.runIfAsked(["ovenproof", "lint"]) == nil)
    #expect(NativeEngineChild.runIfAsked(["ovenproof"]) == nil)
    #expect(NativeEngineChild.runIfAsked([]) == nil)
  }
}
