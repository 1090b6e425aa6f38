#!/usr/bin/env bash
# Makes what people download, in dist/: Debian packages, a zip for Windows, tarballs for other Linux systems, the bill of materials
# of each executable, and SHA256SUMS. The same commit gives the same bytes. Usage: scripts/package.sh
#   ANY_COMMIT=1      takes executables of another commit too, where the sources are the same
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

templates=$root/scripts/packaging
stage=$artifacts/packages
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$root/src/Collector/Collector.csproj")
runtime=${NUGET_PACKAGES:-$HOME/.nuget/packages}/microsoft.netcore.app.runtime.nativeaot
email=${DEBEMAIL:-maintainers@collector.invalid}
# Everything is as old as the commit.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(commit_time)}
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C
umask 022

# fill TEMPLATE NAME=TEXT...: the template with @NAME@ replaced.
fill() {
    local text pair
    text=$(<"$1")
    for pair in "${@:2}"; do
        text=${text//"@${pair%%=*}@"/"${pair#*=}"}
    done
    printf '%s\n' "$text"
}

# put MODE FILE: standard input as a file.
put() { install -D -m "$1" /dev/stdin "$2"; }

# shrink FILE: as a .gz without a name or a time in it.
shrink() { gzip -9n "$1"; }

# same_age FOLDER: all that is in it is as old as the commit.
same_age() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

# licences FOLDER RID: the texts that go along with the executable.
licences() {
    local pack
    pack=$(compgen -G "$runtime.$2/*" | sort -V | tail -n 1)
    {
        if [[ -e $root/LICENSE ]]; then
            cat "$root/LICENSE"
            printf '\n'
        fi
        printf 'The executable contains parts of .NET and its libraries, under this licence:\n\n'
        tr -d '\r' <"$pack/LICENSE.TXT"
    } | put 644 "$1/LICENSE.txt"
    tr -d '\r' <"$pack/THIRD-PARTY-NOTICES.TXT" | put 644 "$1/THIRD-PARTY-NOTICES.txt"
}

# texts FOLDER: the completions and the manual page in the folders where shells and man look for them.
texts() {
    "$host" completion bash | put 644 "$1/share/bash-completion/completions/collector"
    "$host" completion zsh | put 644 "$1/share/zsh/vendor-completions/_collector"
    "$host" completion fish | put 644 "$1/share/fish/vendor_completions.d/collector.fish"
    "$host" man | put 644 "$1/share/man/man1/collector.1"
    shrink "$1/share/man/man1/collector.1"
}

# newest_libc FILE: the version of the C library that an executable takes.
newest_libc() { readelf -V "$1" | grep -oP 'Name: GLIBC_\K[0-9.]+' | sort -V | tail -n 1; }

debian() {
    local rid=$1 architecture=$2 tree=$stage/$2 documents
    documents=$tree/usr/share/doc/collector
    rm -rf "$tree"
    install -D -m 755 "$root/dist/$rid/collector" "$tree/usr/bin/collector"
    install -D -m 644 "$templates/collector.json" "$tree/etc/collector/collector.json"
    texts "$tree/usr"
    # The unit comes from the program that it starts. Packages have their units in a folder of their own, and do not enable this one.
    "$host" service install --root "$tree" --config /etc/collector/collector.json >/dev/null
    mkdir -p "$tree/lib/systemd/system"
    mv "$tree/etc/systemd/system/collector.service" "$tree/lib/systemd/system"
    rm -r "$tree/etc/systemd"
    licences "$documents" "$rid"
    {
        cat "$templates/deb/copyright"
        printf 'Files: *\nCopyright: %s Collector maintainers\n .NET Foundation and Contributors\nLicense: collector\n' "$(date -d "@$SOURCE_DATE_EPOCH" +%Y)"
        sed 's/^[[:space:]]*$/./; s/^/ /' "$documents/LICENSE.txt"
    } | put 644 "$documents/copyright"
    rm "$documents/LICENSE.txt"
    mv "$documents/THIRD-PARTY-NOTICES.txt" "$documents/THIRD-PARTY-NOTICES"
    shrink "$documents/THIRD-PARTY-NOTICES"
    install -m 644 "$root/dist/collector-$version-$rid.cdx.json" "$documents/collector.cdx.json"
    printf 'collector (%s) stable; urgency=medium\n\n  * Built from commit %s.\n\n -- Collector maintainers <%s>  %s\n' \
        "$version" "$(commit)" "$email" "$(date -R -d "@$SOURCE_DATE_EPOCH")" | put 644 "$documents/changelog"
    shrink "$documents/changelog"

    install -D -m 644 "$templates/deb/overrides" "$tree/usr/share/lintian/overrides/collector"
    fill "$templates/deb/control" VERSION="$version" ARCHITECTURE="$architecture" EMAIL="$email" \
        KIB="$(du -sk --apparent-size "$tree" | cut -f1)" LIBC="$(newest_libc "$tree/usr/bin/collector")" | put 644 "$tree/DEBIAN/control"
    echo /etc/collector/collector.json | put 644 "$tree/DEBIAN/conffiles"
    install -m 755 "$templates"/deb/{postinst,prerm,postrm} "$tree/DEBIAN"
    (cd "$tree" && find etc lib usr -type f ! -path etc/collector/collector.json | sort | xargs -d '\n' md5sum) | put 644 "$tree/DEBIAN/md5sums"
    same_age "$tree"
    quietly "packaging $architecture" dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$tree" "$root/dist/collector_${version}_$architecture.deb"
}

tarball() {
    local rid=$1 name=collector-$version-$1
    rm -rf "$stage/$name"
    install -D -m 755 "$root/dist/$rid/collector" "$stage/$name/bin/collector"
    texts "$stage/$name"
    licences "$stage/$name" "$rid"
    install -m 644 "$root/dist/$name.cdx.json" "$stage/$name/collector.cdx.json"
    tar -C "$stage" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$name" |
        gzip -9n >"$root/dist/$name.tar.gz"
}

windows() {
    local name=collector-$version-win-x64 tree=$stage/win-x64
    rm -rf "$tree" "$root/dist/$name.zip"
    install -D -m 755 "$root/dist/win-x64/collector.exe" "$tree/collector.exe"
    licences "$tree" win-x64
    fill "$templates/INSTALL.txt" VERSION="$version" | put 644 "$tree/INSTALL.txt"
    # Notepad of older servers shows lines only so.
    sed -i 's/$/\r/' "$tree"/*.txt
    install -m 644 "$root/dist/$name.cdx.json" "$tree/collector.cdx.json"
    same_age "$tree"
    (cd "$tree" && find . -type f -printf '%P\n' | sort | zip -X -q -9 -@ "$root/dist/$name.zip")
}

need dpkg-deb=dpkg jq=jq readelf=binutils zip=zip
this_commit=(--this-commit)
[[ -z ${ANY_COMMIT:-} ]] || this_commit=()
"$root/scripts/publish.sh" "${this_commit[@]}" linux-x64 linux-arm64 win-x64
host=$root/dist/linux-x64/collector
mkdir -p "$stage"
rm -f "$root"/dist/{collector[-_]*,SHA256SUMS}

for rid in linux-x64 linux-arm64 win-x64; do
    "$templates/sbom.sh" "$rid" "$version" "$SOURCE_DATE_EPOCH" >"$root/dist/collector-$version-$rid.cdx.json"
done
debian linux-x64 amd64
debian linux-arm64 arm64
tarball linux-x64
tarball linux-arm64
windows
(cd "$root/dist" && sha256sum collector[-_]* {linux-*,win-x64}/collector* >SHA256SUMS)
