import DataSyntax
import Host
import Image
import Source
import Support
import Testing

@Suite struct ImageImportTests {
  private static let skopeo = Machine.runs(.oracles, needing: "skopeo", isThere: Machine.hasProgram("skopeo"))
  private static let umoci = Machine.runs(
    .oracles, needing: "root, skopeo and umoci",
    isThere: Machine.isRoot && Machine.hasProgram("skopeo") && Machine.hasProgram("umoci"))

  private func importing(_ scratch: Scratch) -> ImageImport {
    ImageImport(into: scratch.store, now: 1_700_000_000)
  }

  /// A small root file system in `root`, and tars of it in every packing.
  private func makeRoot(_ scratch: Scratch) async throws {
    try await scratch.shell(
      """
      mkdir -p root/etc root/usr/bin; echo root:x:0:0 > root/etc/passwd; echo hi > root/usr/bin/greet
      chmod 4755 root/usr/bin/greet; ln -s usr/bin root/bin; ln root/etc/passwd root/etc/passwd-
      long=root/usr/$(printf 'd%.0s' $(seq 120))/$(printf 'e%.0s' $(seq 90)); mkdir -p $long; echo deep > $long/ünïcode
      tar -C root -cf gnu.tar .; tar -C root --format=posix -cf pax.tar .; tar -C root --format=v7 -cf v7.tar etc
      gzip -k gnu.tar; zstd -q gnu.tar -o zst.tar.zst || true
      (gzip -c < gnu.tar | head -c 0; head -c 5000 gnu.tar | gzip; tail -c +5001 gnu.tar | gzip) > members.tar.gz
      """)
  }

  @Test(arguments: ["root", "gnu.tar", "pax.tar", "gnu.tar.gz", "members.tar.gz", "zst.tar.zst"])
  func aRootFileSystemBecomesAnImage(_ name: String) async throws {
    try await Scratch.with { scratch in
      try await makeRoot(scratch)
      guard Disk(workingDirectory: scratch.path).status(name) != nil else { return }
      let image = try importing(scratch).image(
        at: scratch.path + "/" + name, as: try ImageReference("base:1"))
      let view = try scratch.store.view(image)
      #expect(try view.read("/etc/passwd-", limit: 100) == .value(Array("root:x:0:0\n".utf8)))
      #expect(try view.entry(at: "/bin/greet").value?.mode == 0o4755)
      #expect(try view.entries(under: "/").value?.contains { $0.path.hasSuffix("/ünïcode") } == true)
      #expect(image.configuration.created == "2023-11-14T22:13:20Z")
      #expect(try scratch.store.image("base:1") == image)
    }
  }

  @Test func differentPackingsOfOneTarGiveOneLayer() async throws {
    try await Scratch.with { scratch in
      try await makeRoot(scratch)
      let importing = importing(scratch)
      let plain = try importing.image(at: scratch.path + "/gnu.tar", as: nil)
      let packed = try importing.image(at: scratch.path + "/members.tar.gz", as: nil)
      #expect(plain.manifest.layers == packed.manifest.layers)
    }
  }

  @Test(
    .enabled(if: skopeo),
    arguments: [
      "oci:layout:x", "dir:copied", "docker-archive:saved.tar:greeter:1", "oci-archive:archive.tar:x",
    ])
  func whatSkopeoMakesOfOurImageIsReadBack(_ target: String) async throws {
    try await Scratch.with { scratch in
      try await makeRoot(scratch)
      let image = try importing(scratch).image(
        at: scratch.path + "/gnu.tar", as: try ImageReference("base:1"))
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: [try ImageReference("greeter:1")], to: scratch.path + "/own.tar")
      try await scratch.shell("skopeo --insecure-policy copy -q docker-archive:own.tar \(target)")
      let path = scratch.path + "/" + (target.split(separator: ":").dropFirst().first ?? "")
      let other = ImageStore(in: Folders(data: scratch.path + "/other", cache: scratch.path + "/other-cache"))
      let back = try ImageImport(into: other, now: 0).image(at: path, as: nil)
      #expect(back.manifest.layers == image.manifest.layers)
      #expect(back.configuration.diffIDs == image.configuration.diffIDs)
      let located = try await ImageLocator(store: other, disk: Disk(workingDirectory: scratch.path), now: 0)
        .find(target, pulling: false)
      #expect(try located.view.read("/bin/greet", limit: 10) == .value(Array("hi\n".utf8)))
    }
  }

  @Test(.enabled(if: umoci)) func umociUnpacksTheSameTree() async throws {
    try await Scratch.with { scratch in
      try await makeRoot(scratch)
      let image = try importing(scratch).image(at: scratch.path + "/root", as: try ImageReference("base:1"))
      let folders = try scratch.store.unpackedLayers(of: image)
      try DockerArchiveWriter(store: scratch.store).write(
        image, names: [try ImageReference("x")], to: scratch.path + "/own.tar")
      try await scratch.shell(
        """
        skopeo --insecure-policy copy -q docker-archive:own.tar oci:layout:x; umoci unpack --image layout:x bundle 2>/dev/null
        cd bundle/rootfs; find . ! -path . -printf '%p %y %m %U %G %s %Ts %l %n\\n' | sort > ../../theirs
        cd \(folders[0]); find . ! -path . -printf '%p %y %m %U %G %s %Ts %l %n\\n' | sort > \(scratch.path)/ours
        diff \(scratch.path)/theirs \(scratch.path)/ours; diff -r \(scratch.path)/bundle/rootfs .
        """)
    }
  }

  @Test(arguments: [
    ("nothing", "nothing lies at"), ("empty.tar", "is empty; a tar was expected"),
    ("text", "is not a sound tar: it does not begin with a header"), ("cut.tar.gz", "it is truncated"),
    ("folder", "is no image: a folder is an OCI layout"), ("pipe", "is neither a folder nor a file"),
    ("zeros.tar", "is a tar that holds nothing"), ("zeros.tar.gz", "is a tar that holds nothing"),
    ("root.tar.xz", "is packed with xz, which is not read here"), ("root.tar.bz2", "`bzip2 -dc "),
  ])
  func whatIsNoImageIsSaid(_ name: String, _ message: String) async throws {
    try await Scratch.with { scratch in
      try await makeRoot(scratch)
      try await scratch.shell(
        "touch empty.tar; seq 1000 > text; head -c 300 gnu.tar.gz > cut.tar.gz; mkdir -p folder/x; mkfifo pipe; "
          + "head -c 10240 /dev/zero >zeros.tar; gzip -k zeros.tar; xz -c gnu.tar >root.tar.xz; "
          + "printf BZh91AY >root.tar.bz2"
      )
      #expect { try importing(scratch).image(at: scratch.path + "/" + name, as: nil) } throws: {
        ($0 as? ImageError)?.message.contains(message) == true
      }
      #expect(try await scratch.shell("ls data/images/partial 2>/dev/null | wc -l") == "0\n")
    }
  }

  @Test(.enabled(if: skopeo), arguments: ["manifest", "layer", "configuration"])
  func aDamagedBlobIsFound(_ which: String) async throws {
    try await Scratch.with { scratch in
      try await makeRoot(scratch)
      let image = try importing(scratch).image(at: scratch.path + "/gnu.tar", as: nil)
      try DockerArchiveWriter(store: scratch.store).write(image, names: [], to: scratch.path + "/own.tar")
      try await scratch.shell("skopeo --insecure-policy copy -q docker-archive:own.tar oci:layout:x")
      let sizes = [
        "manifest": "sort -n | head -1", "configuration": "sort -n | sed -n 2p", "layer": "sort -n | tail -1",
      ]
      try await scratch.shell(
        "f=layout/blobs/sha256/$(cd layout/blobs/sha256; stat -c '%s %n' * | \(sizes[which] ?? "") | cut -d' ' -f2); printf X | dd of=$f bs=1 seek=20 conv=notrunc 2>/dev/null"
      )
      let other = ImageStore(in: Folders(data: scratch.path + "/other", cache: scratch.path + "/other-cache"))
      #expect { try ImageImport(into: other, now: 0).image(at: scratch.path + "/layout", as: nil) } throws: {
        ($0 as? ImageError)?.kind == .malformed
      }
      #expect(try other.images().isEmpty)
    }
  }

  @Test func severalImagesNeedAName() async throws {
    try await Scratch.with { scratch in
      let bytes = Array(#"{"config": {}, "rootfs": {"type": "layers", "diff_ids": []}}"#.utf8)
      let manifest =
        #"[{"Config": "c.json", "RepoTags": ["a:1"], "Layers": []}, {"Config": "c.json", "RepoTags": ["b:2"], "Layers": []}]"#
      let tar = try Entry.tar([
        .file("c.json", String(decoding: bytes, as: UTF8.self)), .file("manifest.json", manifest),
      ])
      let path = try scratch.file("two.tar", tar)
      #expect { try importing(scratch).image(at: path, as: nil) } throws: {
        ($0 as? ImageError)?.message.hasSuffix(
          "holds several images: name one of `a:1`, `b:2` behind the path and a colon") == true
      }
      #expect(
        try importing(scratch).image(at: path, as: nil, wanted: "docker.io/library/b:2").manifest.layers
          .isEmpty)
      #expect { try importing(scratch).image(at: path, as: nil, wanted: "c") } throws: {
        ($0 as? ImageError)?.kind == .notFound
      }
    }
  }
}
