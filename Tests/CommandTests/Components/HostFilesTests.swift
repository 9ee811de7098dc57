import DataSyntax
import Host
import Source
import Support
import Testing

/// Builders and post-processors that leave files on the host, beside Packer itself: the same files with the same content.
@Suite(
  .enabled(
    if: Machine.runs(
      .oracles, needing: "packer, lz4, xz and python3 (files of post-processors)",
      isThere: ["packer", "lz4", "xz", "python3"].allSatisfy(Machine.hasProgram)
        && (Machine.isRoot && Machine.hasProgram("runc")))), .serialized, .timeLimit(.minutes(10)))
struct HostFilesTests {
  static let cases: [CaseFolder.File] = (try? CaseFolder.files(in: "packer-files", endings: [".json"])) ?? []

  @Test("the folder of templates is read")
  func folder() { #expect(Self.cases.count > 20) }

  @Test(arguments: cases) func `leaves the files that packer leaves`(_ template: CaseFolder.File) async throws
  {
    try await TemporaryFolder.with { folder in
      var trees: [[String: String]] = []
      var statuses: [Int32] = []
      for (name, program) in [
        ("theirs", ["packer", "build"]), ("ours", [Program.path, "build", "--quiet"]),
      ] {
        let place = folder + "/" + name
        try HostFile.makeFolder(place + "/input")
        for (file, text) in ["a.txt": "aaa\n", "b.bin": "b\0b", ".hidden": "hid", "c.txt": "cc"] {
          try HostFile.write(Array(text.utf8), to: place + "/input/" + file)
        }
        try HostFile.write(template.bytes, to: place + "/t.json")
        try await Self.prepare(place)
        // Modes follow the umask.
        let command = Command(
          ["sh", "-c", "umask 027; exec \"$@\"", "sh"] + program + ["t.json"],
          environment: .inherited(adding: ["CHECKPOINT_DISABLE": "1", "OVENPROOF_HOME": folder + "/home"]),
          workingDirectory: place, deadline: 60)
        let output = try await command.output()
        statuses.append(output.termination.shellCode)
        trees.append(try await Self.tree(place))
      }
      #expect(statuses[0] == statuses[1])
      // What Packer breaks off it leaves half-written.
      if template.name == "compress-two-files.json" { trees[0]["x.gz"] = nil }
      // Packer empties its own input; ours is kept.
      if template.name == "compress-onto-input.json" {
        #expect(trees[1]["x.tar"] != nil)
        for index in trees.indices { trees[index]["x.tar"] = nil }
      }
      #expect(trees[0] == trees[1])
    }
  }

  /// Puts what is written over there: links, a program, a file of two names, empty manifests.
  private static func prepare(_ folder: String) async throws {
    let script = """
      echo old >target; ln -s target link; ln -s made-late dangling; echo old >program; chmod 750 program
      echo old >twin; chmod 604 twin; ln twin other; : >empty; printf null >null.json
      """
    let output = try await Command(["sh", "-c", script], workingDirectory: folder).output()
    #expect(output.termination.succeeded)
  }

  /// Every file of a folder with its mode and content; archives and compressed files as their own tools unpack them.
  private static func tree(_ folder: String) async throws -> [String: String] {
    let script = #"""
      import hashlib, json, os, re, subprocess, sys, tarfile, zipfile, io
      def unpack(data):
          for start, tool in ((b"\x1f\x8b", "gzip"), (b"\xfd7zXZ", "xz"), (b"\x04\x22\x4d\x18", "lz4")):
              if data.startswith(start):
                  blocked = start[0] == 0x1f and data[3] == 4
                  return (tool + " blocked " * blocked, unpack(subprocess.run([tool, "-dc"], input=data, check=True, stdout=subprocess.PIPE).stdout))
          if data.startswith(b"PK"):
              archive = zipfile.ZipFile(io.BytesIO(data))
              assert archive.testzip() is None
              return ("zip", [(i.filename, i.external_attr, i.date_time, archive.read(i).hex()) for i in archive.infolist()])
          if data[257:262] == b"ustar":
              archive = tarfile.open(fileobj=io.BytesIO(data))
              return ("tar", [(m.name, m.mode, m.uid, m.gid, m.mtime, archive.extractfile(m).read().hex()) for m in archive])
          return data.hex()
      found = {}
      for root, _, files in os.walk("."):
          for name in files:
              path = os.path.relpath(os.path.join(root, name))
              if not os.path.exists(path):
                  found[path] = "dangling"
                  continue
              data = open(path, "rb").read()
              if name in ("manifest.json", "empty", "null.json"):
                  data = re.sub(rb'("size": )\d+', rb"\1N", data)
                  data = re.sub(rb"[0-9a-f]{8}-[0-9a-f-]{27}", b"UUID", data)
              link = os.readlink(path) if os.path.islink(path) else ""
              found[path] = "%o %s %s" % (os.stat(path).st_mode & 0o777, link, unpack(data))
      json.dump(found, sys.stdout)
      """#
    let output = try await Command(["python3", "-c", script], workingDirectory: folder).output()
    guard output.termination.succeeded else {
      throw Script.Failure(description: String(decoding: output.error, as: UTF8.self))
    }
    let tree = DataParser.parse(
      DerivedText(SourceFile(FileID("tree"), bytes: output.output)), as: .json
    ).tree
    var files: [String: String] = [:]
    for entry in tree.root.entries { files[entry.key.string ?? ""] = entry.value.string }
    files["t.json"] = nil
    return files
  }
}
