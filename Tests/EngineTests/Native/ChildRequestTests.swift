import Testing

@testable import Engine

@Suite struct ChildRequestTests {
  private let process = ProcessIdentity(number: 42, start: 77)

  @Test func `a request to run a program comes back from its arguments`() {
    let request = RunRequest(
      container: process, report: "/r/1", user: "app:logs", workingDirectory: "/srv/a b",
      capabilities: CapabilitySet(mask: 0xA804_25FB), isFiltered: true,
      arguments: ["/bin/sh", "-c", "echo --report x", "--", ""])
    #expect(RunRequest(ChildOptions(request.options.arguments[...])) == request)
  }

  @Test func `a request to start a container comes back from its arguments`() {
    let request = StartRequest(
      scratch: Scratch(path: "/s"), name: "n", runtime: "/usr/sbin/runc", runtimeState: "/state",
      report: "/r/start",
      volumes: ["/data", "--name"], layers: ["/l/1", "/l/2"])
    #expect(StartRequest(ChildOptions(request.options.arguments[...])) == request)
  }

  @Test(arguments: [
    FileRequest.Work.read(path: "/etc/passwd", limit: 12),
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
