import Glibc
import Host
import Support
import Testing

/// What files that are written do to what stands in their place.
struct OutputFileTests {
  /// A way to write: at once, or by a file beside.
  enum Way: CaseIterable { case atOnce, partial }

  private func write(_ text: String, to path: String, _ way: Way, in folder: String) async throws {
    switch way {
    case .atOnce: try HostFile.write(Array(text.utf8), to: path)
    case .partial:
      try await PartialFile.make(path, notedIn: folder + "/notes") { part in
        try HostFile.write(Array(text.utf8), to: part)
      }
      #expect(try Disk(workingDirectory: folder).list("notes").isEmpty)
    }
  }

  private func shell(_ words: String, in folder: String) async throws -> String {
    let output = try await Command(["sh", "-c", words], workingDirectory: folder).output()
    return String(decoding: output.output + output.error, as: UTF8.self)
  }

  @Test("a link stays, and what it leads to is written", arguments: Way.allCases)
  func links(_ way: Way) async throws {
    try await TemporaryFolder.with { folder in
      _ = try await shell(
        "mkdir d; echo old >d/f; ln -s d/f one; ln -s one two; ln -s d/none dangling", in: folder)
      try await write("new", to: folder + "/two", way, in: folder)
      try await write("made", to: folder + "/dangling", way, in: folder)
      let told = try await shell("readlink one two dangling; cat d/f d/none; ls d", in: folder)
      #expect(told == "d/f\none\nd/none\nnewmadef\nnone\n")
    }
  }

  @Test("what there is keeps its mode, and all its names", arguments: Way.allCases)
  func modes(_ way: Way) async throws {
    try await TemporaryFolder.with { folder in
      _ = try await shell("echo old >f; chmod 750 f; echo old >g; chmod 604 g; ln g twin", in: folder)
      for name in ["f", "g"] { try await write("new", to: "\(folder)/\(name)", way, in: folder) }
      #expect(
        try await shell("stat -c '%a %h' f g; cat f g twin", in: folder) == "750 1\n604 2\nnewnewnew")
    }
  }

  @Test("a pipe takes what is written, and stays", arguments: Way.allCases)
  func pipes(_ way: Way) async throws {
    try await TemporaryFolder.with { folder in
      _ = try await shell("mkfifo p; (cat p >got) </dev/null >/dev/null 2>&1 &", in: folder)
      try await write("new", to: folder + "/p", way, in: folder)
      #expect(
        try await shell("until [ -s got ]; do sleep 0.05; done; cat got; test -p p && echo pipe", in: folder)
          == "newpipe\n")
    }
  }

  @Test("a device stays one", arguments: Way.allCases)
  func devices(_ way: Way) async throws {
    try await TemporaryFolder.with { folder in
      _ = try await shell("ln -s /dev/null null", in: folder)
      for path in ["/dev/null", folder + "/null"] { try await write("new", to: path, way, in: folder) }
      var found = stat()
      #expect(stat("/dev/null", &found) == 0 && found.st_mode & S_IFMT == S_IFCHR)
      #expect(try await shell("readlink null", in: folder) == "/dev/null\n")
    }
  }

  @Test("what fails leaves the old file, and nothing else")
  func failures() async throws {
    try await TemporaryFolder.with { folder in
      _ = try await shell("echo old >f", in: folder)
      await #expect(throws: CancellationError.self) {
        try await PartialFile.make(folder + "/f", notedIn: folder) { part in
          try HostFile.write(Array("half".utf8), to: part)
          throw CancellationError()
        }
      }
      await #expect(throws: HostError.self) {
        try await write("x", to: folder + "/d/f", .partial, in: folder)
      }
      #expect(try await shell("cat f; ls; ls notes", in: folder) == "old\nf\nnotes\n")
    }
  }
}
