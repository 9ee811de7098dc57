import Host
import Image
import Source
import Testing

@Suite struct FolderImageViewTests {
  private func onView(_ test: (FolderImageView) throws -> Void) async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "mkdir -p r/etc r/usr/bin; echo in > r/etc/passwd; ln -s usr/bin r/bin; echo sh > r/usr/bin/sh; ln -s /etc/passwd r/up; ln -s ../../../../etc/passwd r/etc/far; mkfifo r/pipe; ln -s loop r/loop"
      )
      try test(try FolderImageView(scratch.path + "/r", reference: "r"))
    }
  }

  @Test(arguments: ["/etc/passwd", "/up", "/etc/far", "/../../etc/passwd"])
  func noLinkLeadsOutOfTheFolder(_ path: String) async throws {
    try await onView { (view: FolderImageView) throws in
      #expect(try view.read(path, limit: 10) == .value(Array("in\n".utf8)))
    }
  }

  @Test func aListingHoldsEverythingInByteOrder() async throws {
    try await onView { (view: FolderImageView) throws in
      #expect(
        try view.entries(under: "/").value?.map(\.path) == [
          "/bin", "/etc", "/etc/far", "/etc/passwd", "/loop", "/pipe", "/up", "/usr", "/usr/bin",
          "/usr/bin/sh",
        ])
      #expect(try view.entries(under: "/bin").value?.map(\.path) == ["/bin/sh"])
      for entry in try view.entries(under: "/").value ?? [] {
        #expect(try view.entry(at: entry.path) == .value(entry))
      }
    }
  }

  @Test func whatIsAbsentOrNoFileIsTold() async throws {
    try await onView { (view: FolderImageView) throws in
      #expect(try view.entry(at: "/absent/x") == .absent)
      #expect(try view.read("/loop", limit: 10) == .absent)
      #expect(throws: ImageError.self) { try view.read("/pipe", limit: 10) }
      #expect(try view.entry(at: "/").value?.kind == .directory)
    }
  }
}
