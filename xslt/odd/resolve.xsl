<?xml version="1.0" encoding="UTF-8"?>
<!-- From a pure ODD to its resolved form: every class, macro and inherited attribute followed up.

     The four outputs (rng.xsl, xsd.xsl, schematron.xsl, table.xsl) read only the resolved form, so
     that they can't disagree about what the ODD says. What XSD 1.0 can't express is marked with the
     reason (@beyond) and its place: then there is no XSD, since one that is looser or stricter than
     the other schemas is never written. A pattern that validators read differently has a @caution. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:output method="xml" indent="no"/>
  <xsl:strip-space elements="tei:*"/>

  <xsl:include href="modules/specs.xsl"/>
  <xsl:include href="modules/particles.xsl"/>
  <xsl:include href="modules/content.xsl"/>
  <xsl:include href="modules/determinism.xsl"/>
  <xsl:include href="modules/datatypes.xsl"/>
  <xsl:include href="modules/attributes.xsl"/>
  <xsl:include href="modules/rules.xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(r:schema)">
    <xsl:variable name="schema" as="element(tei:schemaSpec)" select="(//tei:schemaSpec)[1]"/>
    <xsl:variable name="start" as="element()*"
        select="tokenize(($schema/@start, 'TEI')[1]) ! key('spec', ., $odd:document)"/>
    <r:schema ident="{$schema/@ident}" ns="{odd:namespace($schema)}" start="{$start ! odd:name(.)}">
      <xsl:apply-templates select="$schema//tei:dataSpec"/>
      <xsl:apply-templates select="$schema//tei:classSpec[@type = 'model']"/>
      <xsl:apply-templates select="$schema//tei:classSpec[@type = 'atts']"/>
      <xsl:apply-templates select="$schema//tei:elementSpec"/>
      <xsl:apply-templates select="$schema//tei:constraintSpec[odd:is-rule(.)]"/>
    </r:schema>
  </xsl:template>

  <xsl:template match="tei:dataSpec" as="element(r:data)">
    <r:data name="{@ident}" desc="{odd:desc(.)}">
      <xsl:sequence select="odd:type(tei:content/*, @ident)"/>
    </r:data>
  </xsl:template>

  <!-- A class without members is left out: a reference to it matches nothing. -->
  <xsl:template match="tei:classSpec[@type = 'model']" as="element(r:class)?">
    <xsl:variable name="members" as="element()*" select="odd:members(.)"/>
    <xsl:if test="exists($members)">
      <r:class name="{@ident}" desc="{odd:desc(.)}">
        <xsl:for-each select="$members">
          <xsl:element name="{if (self::tei:elementSpec) then 'r:element' else 'r:class'}">
            <xsl:attribute name="ref" select="odd:name(.)"/>
          </xsl:element>
        </xsl:for-each>
      </r:class>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:classSpec[@type = 'atts']" as="element(r:attributes)?">
    <xsl:if test="exists(odd:own-attributes(.))">
      <r:attributes name="{@ident}" desc="{odd:desc(.)}">
        <xsl:apply-templates mode="attribute" select="tei:attList">
          <xsl:with-param name="further" tunnel="yes" select="tail(odd:owners(.))"/>
        </xsl:apply-templates>
      </r:attributes>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:elementSpec" as="element(r:element)">
    <r:element name="{odd:name(.)}" module="{@module}" desc="{odd:desc(.)}">
      <xsl:if test="odd:namespace(.) ne odd:namespace(ancestor::tei:schemaSpec[1])">
        <xsl:attribute name="ns" select="@ns"/>
        <xsl:sequence select="odd:beyond(., 'an element in another namespace needs a schema of its own in XSD')"/>
      </xsl:if>
      <xsl:sequence select="odd:content(.)"/>
      <xsl:sequence select="odd:attributes-of(.)"/>
    </r:element>
  </xsl:template>

  <xsl:template match="tei:constraintSpec" as="element(r:constraint)">
    <r:constraint ident="{@ident}" owner="{ancestor::*[@ident][1]/@ident}"
        context="{odd:context(.)}" desc="{odd:desc(.)}">
      <xsl:sequence select="odd:bound-prefixes(.)"/>
      <xsl:copy-of select="tei:constraint/*" copy-namespaces="no"/>
    </r:constraint>
  </xsl:template>

</xsl:stylesheet>
