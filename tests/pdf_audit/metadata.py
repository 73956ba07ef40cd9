"""The metadata: what the file claims to be, and whether old readers and new are told the same."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pikepdf

from pdf_audit.common import told

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
PREDEFINED = {
    "http://purl.org/dc/elements/1.1/": {"title", "creator", "description"},
    "http://ns.adobe.com/pdf/1.3/": {"Producer", "Keywords"},
    "http://ns.adobe.com/xap/1.0/": {"CreatorTool", "CreateDate", "ModifyDate"},
    "http://www.aiim.org/pdfa/ns/id/": {"part", "conformance"},
    "http://www.aiim.org/pdfa/ns/extension/": {"schemas"},
}
"""The properties that a file need not describe."""

TWICE = {
    "/Title": "title", "/Author": "creator", "/Subject": "description", "/Keywords": "Keywords",
    "/Creator": "CreatorTool", "/Producer": "Producer", "/CreationDate": "CreateDate",
    "/ModDate": "ModifyDate",
}  # fmt: skip
"""What the information for old readers and the metadata both say."""


def metadata(file: pikepdf.Pdf) -> Iterator[str]:
    """Look at the metadata."""
    stream = file.Root.get("/Metadata")
    if stream is None or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield "A 6.6.2: no metadata"
        return
    text = stream.read_bytes()
    packet = ET.fromstring(text)  # noqa: S314 - our own file
    described = {node.text for node in packet.iter("{http://www.aiim.org/pdfa/ns/schema#}namespaceURI")}
    said: dict[str, str] = {}
    for description in packet.iter(f"{RDF}Description"):
        said |= {node.tag: " ".join("".join(node.itertext()).split()) for node in description}
        said |= {key: value for key, value in description.attrib.items() if not key.startswith(RDF)}
    header = re.match(rb"<\?xpacket (.*?)\?>", text)
    yield from told({
        "A 6.6.2: packed, so that no plain search finds what it says": "/Filter" in stream,
        "A 6.6.2: the head of the packet": header is None or re.search(rb"\b(bytes|encoding)=", header[1]),
        "A 6.6.4: no claim to be PDF/A-3a": (said.get(f"{PDFA}part"), said.get(f"{PDFA}conformance"))
        != ("3", "A"),
        "UA 5: no claim to be PDF/UA-1": said.get(f"{PDFUA}part") != "1",
        "UA 7.1: no title": not said.get(TITLE),
    })  # fmt: skip
    for namespace, name in (key[1:].split("}") for key in said):
        if name not in PREDEFINED.get(namespace, ()) and namespace not in described:
            yield f"A 6.6.2.3: {name} is described nowhere"
    yield from _information(file, {key.split("}")[1]: value for key, value in said.items()})


def _information(file: pikepdf.Pdf, said: dict[str, str]) -> Iterator[str]:
    for key, name in TWICE.items():
        info, meta = " ".join(str(file.docinfo.get(key, "")).split()), said.get(name, "")
        if key.endswith("Date"):
            if info and not re.fullmatch(r"D:\d{8}(\d{6}(Z|[+-]\d\d'\d\d'?))?", info):
                yield f"PDF 7.9.4: {key} is no date"
            info, meta = (re.sub("[^0-9]", "", value) for value in (info, meta))
        if info != meta:
            yield f"A 6.6.3: {key} is told in two ways"
