import Host
import Testing

@testable import Engine

@Suite struct ClientVariablesTests {
  private let long = String(repeating: "x", count: 70_000)

  @Test func `values are in a file, and neither in the client's words nor in its environment`() async throws {
    let variables = ClientVariables(["TOKEN": "secret", "PATH": "/nowhere", "E": "", "A": " a=b "])
    #expect(variables.lines == Array("A= a=b \nE=\nPATH=/nowhere\nTOKEN=secret\n".utf8))
    #expect(variables.flags.isEmpty && variables.environment.isEmpty)
    let (flags, content) = try await variables.flagged { (flags, environment) in
      #expect(environment.isEmpty)
      return (flags, try? Disk(workingDirectory: "/").read(flags[1], limit: 1 << 16))
    }
    #expect(flags.first == "--env-file" && content == variables.lines)
    #expect((try? Disk(workingDirectory: "/").read(flags[1], limit: 1 << 16)) == nil, "the file is gone")
  }

  @Test func `what no line can say goes by the client's environment, unless the client obeys it`() {
    let variables = ClientVariables([
      "B": "b", "KEY": "two\nlines", "LONG": long, "LD_PRELOAD": "/a.so\n", "#x": "c", "two words": "d",
    ])
    #expect(variables.lines == Array("B=b\nKEY\nLONG\n".utf8))
    #expect(variables.flags == ["-e", "#x", "-e", "LD_PRELOAD=/a.so\n", "-e", "two words"])
    #expect(variables.environment == ["#x": "c", "KEY": "two\nlines", "LONG": long, "two words": "d"])
  }

  @Test func `one without a value is taken away`() {
    let variables = ClientVariables(["A": "a"], ordered: ["A", "GONE"])
    #expect(variables.lines == Array("A=a\n".utf8) && variables.flags == ["-e", "GONE"])
  }
}
