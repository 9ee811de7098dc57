import Host
import Support
import Testing

@testable import Engine

@Suite struct RuntimeStateTests {
  @Test func `the first process is known by its number and its start`() async throws {
    try await TemporaryFolder.with { folder in
      let path = folder + "/state.json"
      try HostFile.write(
        Array(#"{"id":"x","init_process_pid":19751,"init_process_start":157683,"config":{}}"#.utf8), to: path)
      #expect(RuntimeState(at: path).firstProcess == ProcessIdentity(number: 19751, start: 157683))
    }
  }

  @Test(arguments: ["", "{", "[]", #"{"init_process_pid":"x"}"#, #"{"init_process_pid":-1}"#])
  func `a broken note names no process`(_ text: String) async throws {
    try await TemporaryFolder.with { folder in
      try HostFile.write(Array(text.utf8), to: folder + "/state.json")
      #expect(RuntimeState(at: folder + "/state.json").firstProcess == nil)
    }
    #expect(RuntimeState(at: "/nonesuch").firstProcess == nil)
  }
}
